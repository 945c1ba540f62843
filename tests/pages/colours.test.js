// Forced colours (Windows' contrast themes): no text vanishes, edges and focus stay.
const { none, test } = require("./fixture");
const { isLong, sampleOnce } = require("./portal");

function colourFaults() {
	const faults = [];
	const isClear = (colour) => colour === "transparent" || /^rgba\(.*, 0\)$/.test(colour);
	const name = ({ tagName, className, textContent }) => `${tagName}.${className} ${textContent.trim().slice(0, 30)}`;
	function ground(element) {
		for (let at = element; at; at = at.parentElement) {
			const colour = getComputedStyle(at).backgroundColor;
			if (!isClear(colour)) return colour;
		}
		return "rgb(255, 255, 255)";
	}
	for (const element of document.body.querySelectorAll("*")) {
		const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
		if (!hasText || element.closest("svg") || !element.checkVisibility()) continue;
		if (getComputedStyle(element).color === ground(element)) faults.push(`${name(element)}: text vanishes`);
	}
	const edged = ".btn, .call, .leave-link, .tiles a, .menu > summary, .card, .ask, .notice, .tag";
	for (const element of document.querySelectorAll(edged)) {
		const style = getComputedStyle(element);
		if (!element.checkVisibility()) continue;
		const isEdged = style.borderTopStyle !== "none" && parseFloat(style.borderTopWidth) > 0;
		if (!isEdged) faults.push(`${name(element)}: no edge`);
	}
	for (const element of document.querySelectorAll("svg.icon")) {
		if (!element.checkVisibility()) continue;
		const { stroke, fill } = getComputedStyle(element);
		const paints = [stroke, fill].filter((paint) => paint !== "none");
		if (!paints.some((paint) => paint !== ground(element))) faults.push(`${name(element.parentElement)}: icon vanishes`);
	}
	for (const element of document.querySelectorAll("a[href], summary, button")) {
		if (!element.checkVisibility()) continue;
		element.focus({ focusVisible: true });
		const style = getComputedStyle(element);
		const isSeen = style.outlineStyle !== "none" && style.outlineColor !== ground(element.parentElement);
		if (!isSeen) faults.push(`${name(element)}: focus is not seen`);
	}
	return faults;
}

for (const { title, pages } of sampleOnce())
	for (const colorScheme of isLong ? ["light", "dark"] : ["dark"])
		test(`forced colours, ${colorScheme}: ${title}`, async ({ page }) => {
			await page.setViewportSize({ width: 360, height: 740 });
			await page.emulateMedia({ forcedColors: "active", colorScheme });
			for (const { address } of pages) {
				await page.goto(address);
				none(await page.evaluate(colourFaults), address);
			}
		});
