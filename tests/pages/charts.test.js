// Every chart at 320 px: no word cut off or over another one.
const { none, test, unfold } = require("./fixture");
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

const CHART = /<figure class="chart[^]*?<\/figure>/g;

// Pages with a chart that none before them has.
function withNewCharts(pages) {
	const seen = new Set();
	return pages.filter((one) => {
		const charts = isBooklet(one) && !isLong ? [] : one.html.match(CHART) || [];
		const news = charts.filter((chart) => !seen.has(chart));
		news.forEach((chart) => seen.add(chart));
		return news.length > 0;
	});
}

for (const code of languages)
	test(`words of charts: ${code}`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		for (const { address } of withNewCharts(pagesOf(code))) {
			await page.goto(address);
			await unfold(page);
			none(await page.evaluate(chartFaults), address);
		}
	});
