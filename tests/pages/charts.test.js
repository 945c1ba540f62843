// Every chart at 320 px: no word cut off or over another one.
const { none, test } = require("./fixture");
const { isBooklet, isLong, languages, pagesOf } = require("./portal");

function chartFaults() {
	const faults = [];
	const overlap = (from, to, otherFrom, otherTo) => Math.min(to, otherTo) - Math.max(from, otherFrom);
	for (const picture of document.querySelectorAll(".chart svg[role=img]")) {
		const frame = picture.getBoundingClientRect();
		const texts = [...picture.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
		texts.forEach(([words, box], number) => {
			const isOut = box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
			if (isOut) faults.push(`'${words}' sticks out`);
			for (const [others, other] of texts.slice(number + 1)) {
				const across = overlap(box.left, box.right, other.left, other.right);
				const down = overlap(box.top, box.bottom, other.top, other.bottom);
				if (across > 1 && down > 3) faults.push(`'${words}' over '${others}'`);
			}
		});
	}
	return faults;
}

for (const code of languages)
	test(`words of charts: ${code}`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		const pages = pagesOf(code).filter(({ html }) => html.includes('<figure class="chart'));
		for (const one of pages) {
			if (isBooklet(one) && !isLong) continue;
			await page.goto(one.address);
			none(await page.evaluate(chartFaults), one.address);
		}
	});
