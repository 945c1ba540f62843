// The preview reloads pages under every policy that tilts lets through: 'self' and 'none'.
const { test, expect } = require("@playwright/test");
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const net = require("node:net");
const os = require("node:os");
const path = require("node:path");

const ROOT = path.resolve(__dirname, "../..");
const TILTS = path.resolve(ROOT, process.env.TILTS || "build/tilts");
const POLICIES = [
	"default-src 'none'",
	"default-src 'self'; script-src 'none'; connect-src 'none'; style-src 'none'",
	"default-src 'none'; script-src 'self'",
	"default-src 'self'; require-trusted-types-for 'script'; sandbox",
];

function freePort() {
	return new Promise((resolve) => {
		const probe = net.createServer().listen(0, "127.0.0.1", () => {
			const { port } = probe.address();
			probe.close(() => resolve(port));
		});
	});
}

function write(folder, index, text) {
	fs.writeFileSync(path.join(folder, `content/lv/p${index}.md`),
		`---\ntitle: Lapa ${index}\ndescription: Par to.\ntemplate: policy-${index}\n---\n${text}\n`);
}

test("a saved page is shown anew, whatever its policy", async ({ page }) => {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tilts-reload-"));
	fs.cpSync(path.join(ROOT, "tests/sites/common"), folder, { recursive: true });
	const template = fs.readFileSync(path.join(folder, "templates/page.html"), "utf8");
	POLICIES.forEach((policy, index) => {
		fs.writeFileSync(path.join(folder, `templates/policy-${index}.html`),
			template.replace(/(Content-Security-Policy" content=")[^"]*/, `$1${policy}`));
		write(folder, index, "pirmais");
	});
	const port = await freePort();
	const preview = spawn(TILTS, ["serve", "--port", String(port)], { cwd: folder, stdio: "ignore" });
	try {
		for (let up = false; !up; await new Promise((resolve) => setTimeout(resolve, 100)))
			up = await fetch(`http://127.0.0.1:${port}/p0/`).then((answer) => answer.status !== 503, () => false);
		for (let index = 0; index < POLICIES.length; index++) {
			await page.goto(`http://127.0.0.1:${port}/p${index}/`);
			await expect(page.getByText("pirmais")).toBeVisible();
			const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
			expect(policy.endsWith(POLICIES[index])).toBe(true);
			write(folder, index, "otrais");
			await expect(page.getByText("otrais")).toBeVisible();
			write(folder, index, "[slikti](nav.md)");
			await expect(page.locator(".tilts-panel")).toHaveCSS("position", "fixed");
			write(folder, index, "trešais");
			await expect(page.getByText("trešais")).toBeVisible();
			await expect(page.locator(".tilts-panel")).toHaveCount(0);
		}
	} finally {
		preview.kill();
		fs.rmSync(folder, { recursive: true, force: true });
	}
});
