// 320 px wide, which is also 400 % zoom of a window of 1280: nothing cut off, nothing to
// move sideways but tables and charts in their own frames.
const { none, test, unfold } = require("./fixture");
const { booklets, languages, pagesOf, sampleOnce, sampleParts } = require("./portal");

// What sticks out of the window or is cut off by its own box.
function widthFaults() {
	const faults = [];
	const name = ({ tagName, className, textContent }) => `${tagName}.${className} ${textContent.trim().slice(0, 40)}`;
	const page = document.scrollingElement;
	if (page.scrollWidth > innerWidth) faults.push(`the page is ${page.scrollWidth} px wide`);
	for (const element of document.body.querySelectorAll("*")) {
		if (element.closest("svg") || !element.checkVisibility()) continue;
		const style = getComputedStyle(element);
		const box = element.getBoundingClientRect();
		const isTooWide = style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
		if (isTooWide && style.overflowX !== "auto") faults.push(`${name(element)}: cut off`);
		if (isTooWide && element.tabIndex < 0) faults.push(`${name(element)}: moves, but not by keyboard`);
		if (style.textOverflow === "ellipsis") faults.push(`${name(element)}: ellipsis`);
		const framed = element.parentElement.closest(".scroll, .table");
		if (!framed && box.width > 1 && box.right > innerWidth + 1)
			faults.push(`${name(element)}: sticks out to ${Math.round(box.right)}`);
	}
	return faults;
}

// Text in so narrow a column that its words fall apart.
function squeezedFaults() {
	const faults = [];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const range = document.createRange();
	while (walker.nextNode()) {
		const text = walker.currentNode.data.trim();
		if (!walker.currentNode.parentElement.checkVisibility()) continue;
		range.selectNodeContents(walker.currentNode);
		const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size;
		if (lines > 3 && text.length / lines < 4) faults.push(`${text.slice(0, 40)}: ${lines} lines`);
	}
	return faults;
}

// A heading that a triangle opens begins beside it, not on the line below.
function strandedFaults() {
	const words = document.createRange();
	const isStranded = (summary) => {
		words.selectNodeContents(summary);
		const tops = [...words.getClientRects()].filter(({ width }) => width > 1).map((box) => box.top);
		const { paddingTop, lineHeight } = getComputedStyle(summary);
		const top = summary.getBoundingClientRect().top + parseFloat(paddingTop);
		return tops.length > 0 && Math.min(...tops) - top > parseFloat(lineHeight) / 2;
	};
	return [...document.querySelectorAll("summary")]
		.filter((summary) => summary.checkVisibility() && isStranded(summary))
		.map((summary) => `${summary.textContent.trim().slice(0, 40)}: stands below its triangle`);
}

// What stays in place while the page moves must leave room to read. What holds to the side only moves along.
function stickyFaults() {
	const isStuck = (element) => {
		const { position, top, bottom } = getComputedStyle(element);
		return position === "fixed" || (position === "sticky" && (top !== "auto" || bottom !== "auto"));
	};
	const stuck = [...document.querySelectorAll("body *")].filter(isStuck);
	const height = stuck.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0);
	return height > innerHeight * 0.45 ? [`${Math.round(height)} px of ${innerHeight} never move`] : [];
}

// A finger needs 24 px (WCAG 2.5.8), here without its exception for links in a sentence:
// those have the line they stand in.
function targetFaults() {
	const faults = [];
	for (const element of document.querySelectorAll("a[href], button, summary, input, select, textarea")) {
		const style = getComputedStyle(element);
		if (!element.checkVisibility({ visibilityProperty: true }) || style.position === "absolute") continue;
		const label = element.closest("label");
		const box = (label || element).getBoundingClientRect();
		const line = parseFloat(getComputedStyle(element.parentElement).lineHeight);
		const height = style.display === "inline" && !label ? Math.max(line, box.height) : box.height;
		const name = element.textContent.trim().slice(0, 40) || element.className;
		if (box.width > 1 && height < 23.9) faults.push(`${element.tagName} ${name}: ${height.toFixed(1)} px high`);
	}
	return [...new Set(faults)];
}

// A word of the page's head that goes on in the next line.
function partedFaults() {
	const faults = [];
	const walker = document.createTreeWalker(document.querySelector(".top"), NodeFilter.SHOW_TEXT);
	const range = document.createRange();
	while (walker.nextNode()) {
		const text = walker.currentNode;
		if (!text.parentElement.checkVisibility()) continue;
		for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
			range.setStart(text, index);
			range.setEnd(text, index + word.length);
			if (range.getClientRects().length > 1) faults.push(`${word}: parted`);
		}
	}
	return faults;
}

// A box to tick is drawn where the padding of its line leaves room.
function tickFaults() {
	const covers = (item) => {
		const { left, width } = getComputedStyle(item, "::before");
		return parseFloat(left) + parseFloat(width) > parseFloat(getComputedStyle(item).paddingLeft);
	};
	const items = [...document.querySelectorAll(".ticks > li")].filter((item) => item.checkVisibility());
	return items.filter(covers).map((item) => `${item.textContent.trim().slice(0, 40)}: below its box`);
}

// WCAG 1.4.12: spaces as wide as readers may set them.
function spaceOut() {
	const sheet = new CSSStyleSheet();
	const spaces = "line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important";
	sheet.replaceSync(`* { ${spaces} } p { margin-bottom: 2em !important }`);
	document.adoptedStyleSheets = [sheet];
}

// Letters of twice the size (WCAG 1.4.4) on a small phone: longer words than lines.
const enlarge = () => document.documentElement.style.setProperty("font-size", "200%");
const sideways = () => (document.scrollingElement.scrollWidth > innerWidth ? [`the page is ${document.scrollingElement.scrollWidth} px wide`] : []);

for (const { title, pages } of sampleOnce())
	test(`320 px, letters of twice the size: ${title}`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 568 });
		for (const { address } of pages) {
			await page.goto(address);
			await unfold(page);
			await page.evaluate(enlarge);
			none(await page.evaluate(sideways), address);
		}
	});

test("360 px, letters of twice the size: long names in lists of words break", async ({ page }) => {
	const { address } = pagesOf(languages[0]).find(({ html }) => html.includes('class="words"'));
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(address);
	await page.evaluate(enlarge);
	none(await page.evaluate(sideways), address);
});

// A time that goes on in the next line is read as two.
const partedTimes = () =>
	[...document.querySelectorAll(".days .whole")]
		.filter((time) => time.checkVisibility() && time.offsetHeight > 1.6 * parseFloat(getComputedStyle(time).fontSize))
		.map((time) => `${time.textContent}: parted`);

test("320 px, letters of twice the size: times of visits stand whole below their day", async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 568 });
	await page.goto(pagesOf(languages[0]).find(({ html }) => html.includes('<ol class="days"')).address);
	await page.evaluate(enlarge);
	none(await page.evaluate(partedTimes));
});

for (const { title, pages } of sampleParts())
	test(`320 px: ${title}`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 256 });
		for (const { address } of pages) {
			await page.goto(address);
			none(await page.evaluate(strandedFaults), address);
			await unfold(page);
			none(await page.evaluate(widthFaults), address);
			none(await page.evaluate(squeezedFaults), address);
			none(await page.evaluate(stickyFaults), address);
			none(await page.evaluate(targetFaults), address);
			await page.evaluate(spaceOut);
			none(await page.evaluate(widthFaults), `${address} with more space`);
		}
	});

// "Call 116 123" and on the next line "." alone: a sign belongs to the word before it.
const loneSigns = () => {
	const range = document.createRange();
	const boxes = (node, ...ends) => {
		range.selectNodeContents(node);
		if (ends.length) {
			range.setStart(node, ends[0]);
			range.setEnd(node, ends[1]);
		}
		return [...range.getClientRects()];
	};
	return [...document.querySelectorAll("main [href^='tel:']")]
		.filter((link) => link.checkVisibility() && /^[.,;:!?)]/.test(link.nextSibling?.data ?? ""))
		.filter((link) => boxes(link.nextSibling, 0, 1)[0].top >= boxes(link).at(-1).bottom)
		.map((link) => `${link.textContent}: '${link.nextSibling.data[0]}' begins the next line`);
};

test("360 px: no line begins with the sign behind a phone", async ({ page }) => {
	const signed = ({ html }) => /href="tel:[^"]*"[^>]*>[^<]*<\/a>[.,;:!?)]/.test(html);
	await page.setViewportSize({ width: 360, height: 640 });
	for (const { address } of languages.flatMap(pagesOf).filter(signed)) {
		await page.goto(address);
		await unfold(page);
		none(await page.evaluate(loneSigns), address);
	}
});

test("360 px: the head of a booklet parts no word", async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 640 });
	for (const { address } of booklets()) {
		await page.goto(address);
		none(await page.evaluate(partedFaults), address);
	}
});

test("360 px: boxes to tick stand beside their words, on pages that lead on as well", async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 640 });
	const ticked = pagesOf(languages[0]).filter(({ html }) => html.includes('<ul class="ticks"'));
	const leads = ({ html }) => /<article class="[^"]*\bguide\b/.test(html);
	const pages = [ticked.find(leads), ticked.find((page) => !leads(page))];
	for (const { address } of pages) {
		await page.goto(address);
		none(await page.evaluate(tickFaults), address);
	}
});
