// What the portal promises: no other host, no cookie, nothing kept but the offline copy,
// and a policy that allows no exception.
const { expect, none, test } = require("./fixture");
const { allPages, sampleOnce } = require("./portal");

test.use({ serviceWorkers: "allow" });

// Everything the page asks for, and everything its policy refused.
function listen(page, portal) {
	const faults = [];
	page.on("request", (request) => {
		if (!request.url().startsWith(portal.url + "/")) faults.push(`asks ${request.url()}`);
	});
	page.on("console", (message) => {
		if (["error", "warning"].includes(message.type())) faults.push(`says ${message.text()}`);
	});
	page.on("pageerror", (error) => faults.push(`fails with ${error.message}`));
	return faults;
}

async function kept() {
	const databases = await indexedDB.databases();
	return [document.cookie, localStorage.length, sessionStorage.length, databases.length];
}

for (const { title, pages } of sampleOnce())
	test(`nothing asked elsewhere, nothing kept: ${title}`, async ({ page, portal, context }) => {
		const faults = listen(page, portal);
		await page.addInitScript(() =>
			document.addEventListener("securitypolicyviolation", (event) =>
				console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
			),
		);
		for (const { address } of pages) {
			await page.goto(address);
			expect.soft(await page.evaluate(kept), address).toEqual(["", 0, 0, 0]);
			none(faults.splice(0), address);
		}
		expect(await context.cookies()).toEqual([]);
	});

test("every page has the strict policy and sends no referrer", () => {
	const faults = [];
	for (const { address, html } of allPages()) {
		const policy = (html.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/) || [])[1];
		if (!policy || !policy.startsWith("default-src 'none'")) faults.push(`${address}: no policy`);
		else if (/unsafe|\*|https?:|data:|blob:/.test(policy)) faults.push(`${address}: ${policy}`);
		if (!html.includes('<meta name="referrer" content="no-referrer">')) faults.push(`${address}: referrer`);
		if (/<[a-z][^>]*\s(style|on[a-z]+)="/.test(html)) faults.push(`${address}: style or script in an attribute`);
	}
	none(faults);
});
