// An officer at the form: the real CMS and its server, on a copy of the portal in a
// repository. Each deed changes exactly what it says, and `tilts check` is content.
const { test, expect } = require("@playwright/test");
const { execFileSync, spawn, spawnSync } = require("node:child_process");
const fs = require("node:fs");
const net = require("node:net");
const os = require("node:os");
const path = require("node:path");
const { serve } = require("../pages/server.js");

const ROOT = path.resolve(__dirname, "../..");
const TILTS = process.env.TILTS || path.join(ROOT, "build/tilts");
const DECAP = path.join(ROOT, "build/decap-cms.js");

let folder, repository, admin, server;

function git(...words) {
	return execFileSync("git", ["-C", repository, ...words], { encoding: "utf8" });
}

// Of the repository; messages come on the error output, which is where they are read.
function run(...words) {
	const from = ["--source", "content", "--templates", path.join(ROOT, "templates")];
	return spawnSync(TILTS, [...words, ...from], { cwd: repository, encoding: "utf8" });
}

function tilts(...words) {
	const { stdout, stderr, status } = run(...words);
	expect(status, stderr).toBe(0);
	return stdout + stderr;
}

// What the check says of a file, with its notes, whatever it says of others.
function told(file, id) {
	return run("check", "--now", "2026-11-29", "--messages", "en").stderr.split(/^(?=content)/m)
		.filter((message) => message.startsWith(`${file}:`) && message.includes(`[${id}]`)).join("");
}

function commit() {
	git("add", "--all");
	git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "saved");
}

// "1 1 content/…": lines come and gone, file by file; new files without lines.
function changes() {
	git("add", "--all", "--intent-to-add");
	return git("diff", "--numstat").trim().replace(/\t/g, " ");
}

function freePort() {
	return new Promise((resolve) => {
		const probe = net.createServer().listen(0, "127.0.0.1", () => {
			const { port } = probe.address();
			probe.close(() => resolve(port));
		});
	});
}

function editJson(file, edit) {
	const full = path.join(repository, file);
	const value = JSON.parse(fs.readFileSync(full, "utf8"));
	edit(value);
	fs.writeFileSync(full, JSON.stringify(value, null, 2) + "\n");
}

const DAY = {
	name: { lv: "Ģimenes diena" }, startDate: "2027-03-14T11:00", location: "jelgavas-cietums", organizer: "ievp",
	eventStatus: "scheduled", checked_on: "2026-11-20", check_by: "2027-02-20", checked_how: { lv: "zvanīts" },
	source: [], overdue: "warn",
};

// The form knows no anchors.
const ODD = "---\ntitle: &t Savāda\ndescription: *t\n---\n\nSavāda lapa.\n";

test.beforeAll(async () => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), "tilts-cms-"));
	repository = path.join(folder, "repository");
	fs.cpSync(path.join(ROOT, "content"), path.join(repository, "content"), { recursive: true });
	const port = await freePort();
	editJson("content/site.json", (site) => {
		site.cms = { name: "proxy", proxy_url: `http://localhost:${port}/api/v1` };
	});
	fs.writeFileSync(path.join(repository, "content/data/events/diena.json"), JSON.stringify(DAY, null, 2) + "\n");
	fs.writeFileSync(path.join(repository, "content/lv/sazina/savads.md"), ODD);
	execFileSync("git", ["init", "-q", repository]);
	commit();
	execFileSync(TILTS, ["cms", path.join(folder, "admin"), "--source", path.join(repository, "content"),
		"--templates", path.join(ROOT, "templates"), "--decap", DECAP], { cwd: folder });
	fs.writeFileSync(path.join(folder, "admin/404.html"), "");
	admin = await serve(path.join(folder, "admin"));
	server = spawn(process.execPath, [require.resolve("decap-server/dist/index.js")],
		{ env: { ...process.env, GIT_REPO_DIRECTORY: repository, PORT: String(port), BIND_HOST: "127.0.0.1" }, stdio: "ignore" });
	for (let up = false; !up; await new Promise((resolve) => setTimeout(resolve, 100)))
		up = await fetch(`http://127.0.0.1:${port}/api/v1`, { method: "POST", body: "{}" }).then(() => true, () => false);
});

test.afterAll(async () => {
	server?.kill();
	await admin?.close();
	fs.rmSync(folder, { recursive: true, force: true });
});

// Nothing but the form's own files and the server on this machine.
async function signIn(page) {
	const foreign = [];
	page.on("request", (request) => {
		const { hostname, protocol } = new URL(request.url());
		if (/^http/.test(protocol) && !["127.0.0.1", "localhost"].includes(hostname)) foreign.push(request.url());
	});
	await page.goto(`${admin.url}/`);
	await page.getByRole("button").first().click();
	await expect(page.getByText("Kas ir portālā")).toBeVisible();
	return foreign;
}

// By way of the list, as a person goes.
async function open(page, collection, entry) {
	await page.goto(`${admin.url}/#/collections/${collection}`);
	await expect(page.getByRole("link", { name: "Jauns" })).toBeVisible();
	await page.goto(`${admin.url}/#/collections/${collection}/${entry ? `entries/${entry}` : "new"}`);
	await expect(page.getByText("Faila nosaukums", { exact: true })).toBeVisible();
}

async function save(page) {
	await page.getByRole("button", { name: "Saglabāt", exact: true }).click();
	await page.getByText("Saglabāt tagad", { exact: true }).click();
}

async function saved(page, numstat) {
	await save(page);
	await expect(page.getByText("Viss saglabāts")).toBeVisible();
	await expect.poll(changes).toBe(numstat);
	commit();
}

test("one phone is one line", async ({ page }) => {
	const foreign = await signIn(page);
	await open(page, "locations", "jelgavas-cietums");
	await page.locator('input[value="+371 63023210"]').fill("zvaniet rīt");
	await save(page);
	await expect(page.getByText(/vajag numuru/).first()).toBeVisible();
	expect(changes()).toBe("");
	await page.locator('input[value="zvaniet rīt"]').fill("+371 63023211");
	await saved(page, "1 1 content/data/locations/jelgavas-cietums.json");
	expect(foreign).toEqual([]);
});

test("an officer's day", async ({ page }) => {
	await signIn(page);

	await test.step("an hour", async () => {
		await open(page, "schedules", "jelgavas-cietums-isa");
		await page.locator('input[value="14:00"]').first().fill("14:30");
		await saved(page, "1 1 content/data/schedules/jelgavas-cietums-isa.json");
	});

	await test.step("a family day that is cancelled", async () => {
		await open(page, "events", "diena");
		await page.locator("select", { has: page.locator('option[value="cancelled"]') }).selectOption("cancelled");
		await saved(page, "1 1 content/data/events/diena.json");
	});

	await test.step("a picture", async () => {
		await page.goto(`${admin.url}/#/collections/events`);
		await page.getByRole("button", { name: "Attēli un faili" }).click();
		await page.locator('input[type="file"]').setInputFiles(path.join(ROOT, "tests/pages/pictures/dark.png"));
		await expect.poll(() => fs.existsSync(path.join(repository, "content/media/dark.png"))).toBe(true);
		await page.keyboard.press("Escape");
		commit();
	});

	await test.step("a new page", async () => {
		await open(page, "pages-lv", null);
		await page.getByLabel("Faila nosaukums").fill("apgerbs");
		await page.getByLabel("Sadaļa").selectOption("sazina");
		await page.getByLabel("Virsraksts", { exact: true }).fill("Apģērbs");
		await page.getByLabel("Apraksts", { exact: true }).fill("Apģērbs:\nko ieslodzītajam drīkst nest.");
		await page.getByLabel("Teksts").fill("![Apģērbs: ekrāns](../../media/dark.png)\n");
		await saved(page, "6 0 content/lv/sazina/apgerbs.md");
		expect(fs.readFileSync(path.join(repository, "content/lv/sazina/apgerbs.md"), "utf8"))
			.toMatch(/^description: "?Apģērbs: ko ieslodzītajam drīkst nest\."?$/m);
	});

	await test.step("its translation", async () => {
		await open(page, "pages-ru", null);
		await page.getByLabel("Faila nosaukums").fill("apgerbs");
		await page.getByLabel("Sadaļa").selectOption("sazina");
		await page.getByLabel("Virsraksts", { exact: true }).fill("Одежда");
		await page.getByLabel("Apraksts", { exact: true }).fill("Одежда.");
		await page.getByLabel("Teksts").fill("![Одежда: экран](../../media/dark.png)\n");
		await saved(page, "6 0 content/ru/sazina/apgerbs.md");
		const hash = /source_hash: "(.*)"/.exec(told("content/ru/sazina/apgerbs.md", "translation-unmarked"))[1];
		await open(page, "pages-ru", "sazina/apgerbs");
		await page.getByLabel("Oriģināla zīme").fill(hash);
		await saved(page, "1 0 content/ru/sazina/apgerbs.md");
		expect(told("content/ru/sazina/apgerbs.md", "translation-unmarked")).toBe("");
	});

	await test.step("one word of a page that has cards and alerts", async () => {
		await open(page, "pages-lv", "sazina/zvani");
		const body = await page.getByLabel("Teksts").inputValue();
		expect(body).toContain("```@");
		await page.getByLabel("Teksts").fill(body.replace(/\n\n[A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]+ /, "$&tūlīt "));
		await saved(page, "1 1 content/lv/sazina/zvani.md");
	});

	// The original has changed by that word; what the check says of it is what goes into the form.
	await test.step("a translation that fell behind", async () => {
		const file = "content/ru/sazina/zvani.md", old = () => told(file, "translation-outdated");
		const word = async (now) => {
			await open(page, "pages-ru", "sazina/zvani");
			const body = await page.getByLabel("Teksts").inputValue();
			await page.getByLabel("Teksts").fill(body.replace("Включите звук", now));
		};
		await word("Включите звук телефона");
		await saved(page, `1 1 ${file}`);
		expect(old()).toMatch(/its hash is now [0-9a-f]{12}/);
		await word("Включите звук сразу");
		await page.getByLabel("Oriģināla zīme").fill(/is now ([0-9a-f]+)/.exec(old())[1]);
		await saved(page, `2 2 ${file}`);
		expect(old()).toBe("");
	});

	await test.step("a page that the form can't show is text", async () => {
		await open(page, "pages-lv", "sazina/savads");
		await expect(page.getByText("Šajā failā ir kas tāds")).toBeVisible();
		const text = page.getByLabel("Viss fails");
		await text.fill((await text.inputValue()).replace("Savāda lapa.", "Savāda lapa pavisam."));
		await saved(page, "1 1 content/lv/sazina/savads.md");
	});
});

test("a browser that stores nothing is told so, not that the CMS is another", async ({ page }) => {
	await page.addInitScript(() => {
		const refuse = () => {
			throw new DOMException("", "SecurityError");
		};
		Object.defineProperty(window, "localStorage", { get: refuse });
	});
	await page.goto(`${admin.url}/`);
	await expect(page.locator("body")).toHaveText(/pārlūks šai adresei neko neglabā/);
});

test("a language that cannot be stored is not shown as chosen", async ({ page }) => {
	await page.addInitScript(() => {
		const { setItem } = Storage.prototype;
		Storage.prototype.setItem = function (name, value) {
			if (name === "tilts-language") throw new DOMException("", "QuotaExceededError");
			return setItem.call(this, name, value);
		};
	});
	const language = page.locator("select[aria-label]");
	await page.goto(`${admin.url}/`);
	await expect(language).toHaveValue("lv");
	await language.selectOption("ru");
	await expect(language).toHaveValue("lv");
});

test("records that did not come to choose from come later", async ({ page }) => {
	let failed = 0;
	await signIn(page);
	await page.route("**/api/v1", (route) => {
		const { action, params } = route.request().postDataJSON();
		if (action !== "entriesByFolder" || params.folder !== "content/data/locations") return route.continue();
		failed++;
		return route.abort();
	});
	await open(page, "events", "diena");
	const places = page.locator("select", { has: page.locator('option[value="jelgavas-cietums"]') }).locator("option");
	await expect.poll(() => failed).toBeGreaterThan(1);
	await expect(places).toHaveCount(2);
	await page.unroute("**/api/v1");
	await expect.poll(() => places.count()).toBeGreaterThan(5);
	expect(changes()).toBe("");
});

test("a name that is taken takes nothing away", async ({ page }) => {
	await signIn(page);
	await open(page, "pages-lv", null);
	await page.getByLabel("Faila nosaukums").fill("zvani");
	await page.getByLabel("Sadaļa").selectOption("sazina");
	await page.getByLabel("Virsraksts", { exact: true }).fill("Zvani");
	await page.getByLabel("Apraksts", { exact: true }).fill("Zvani.");
	await page.getByLabel("Teksts").fill("Zvani.\n");
	await save(page);
	await expect(page.getByText(/Tāds fails jau ir/).first()).toBeVisible();
	expect(changes()).toBe("");
	await expect(page.getByLabel("Teksts")).toHaveValue("Zvani.\n");
});

test("what the build would refuse is not saved, and the form says what to write", async ({ page }) => {
	await signIn(page);
	await open(page, "pages-lv", null);
	await page.getByLabel("Faila nosaukums").fill("Jaunā ziņa");
	await page.getByLabel("Virsraksts", { exact: true }).fill("Ziņa");
	await page.getByLabel("Apraksts", { exact: true }).fill("Ziņa.");
	await page.getByLabel("Adreses daļa").fill("Mana adrese");
	await page.getByLabel("Teksts").fill("Ziņa.\n");
	await save(page);
	await expect(page.getByText("Adreses daļa: tikai mazie burti a-z, cipari un “-”")).toBeVisible();
	const name = page.getByText(/: jauna-zina$/);
	await expect(name).toBeVisible();
	await expect(name).toHaveCSS("text-transform", "none");
	await page.getByLabel("Faila nosaukums").fill("jauna-zina");
	await page.getByLabel("Adreses daļa").fill("");
	for (const [field, value, says] of [["Vecās adreses", "veca", /Vecās adreses: tā nevar; piemēram \/veca\/lapa\//],
		["Meklējamie vārdi", "zvans, telefons", /Meklējamie vārdi: Katrs savā rindā/]]) {
		await page.getByLabel(field).fill(value);
		await save(page);
		await expect(page.getByText(says).first()).toBeVisible();
		await page.getByLabel(field).fill("");
	}
	expect(changes()).toBe("");
});

test("of two who save one file the second is told", async ({ page }) => {
	const file = "content/data/locations/olaines-cietums.json";
	await signIn(page);
	await open(page, "locations", "olaines-cietums");
	const box = page.getByLabel("Latviešu").first(), mine = (await box.inputValue()) + " (mans)";
	await box.fill(mine);
	editJson(file, (record) => { record.checked_on = "2026-11-19"; });
	const theirs = fs.readFileSync(path.join(repository, file), "utf8");
	commit();
	await save(page);
	await expect(page.getByText(/pa to laiku saglabāja kāds cits/).first()).toBeVisible();
	expect(fs.readFileSync(path.join(repository, file), "utf8")).toBe(theirs);
	await expect(box).toHaveValue(mine);
});

test("a file that is gone meanwhile does not come back", async ({ page }) => {
	const file = "content/lv/sazina/vestules.md", full = path.join(repository, file);
	const text = fs.readFileSync(full);
	await signIn(page);
	await open(page, "pages-lv", "sazina/vestules");
	const box = page.getByLabel("Apraksts", { exact: true }).first();
	await box.fill("Mans apraksts.");
	fs.rmSync(full);
	await save(page);
	await expect(page.getByText(/Šī faila vairs nav/).first()).toBeVisible();
	expect(fs.existsSync(full)).toBe(false);
	await expect(box).toHaveValue("Mans apraksts.");
	fs.writeFileSync(full, text);
});

test("a CMS of another version saves nothing", async ({ page }) => {
	const script = path.join(folder, "admin/decap-cms.js");
	fs.appendFileSync(script, "\n");
	await page.goto(`${admin.url}/`);
	await expect(page.getByText(/nav tā versija, kurai šī veidlapa domāta/)).toBeVisible();
	await expect(page.getByRole("button")).toHaveCount(0);
	fs.truncateSync(script, fs.statSync(script).size - 1);
});

// After all of it.
test("the site is whole and shows what was changed", async () => {
	fs.rmSync(path.join(repository, "content/lv/sazina/savads.md"));
	commit();
	expect(tilts("check", "--now", "2026-11-29", "--messages", "en")).toContain("no errors");
	tilts("build", "--now", "2026-11-29", "--output", path.join(folder, "public"));
	const shown = (address) => fs.readFileSync(path.join(folder, "public", address, "index.html"), "utf8");
	expect(shown("cietumi/jelgavas-cietums")).toContain("63023211");
	expect(shown("sazina/apgerbs")).toContain('/media/dark.png" alt="Apģērbs: ekrāns" width=');
	expect(shown("ru/svyaz/apgerbs")).toContain("Одежда: экран");
	expect(shown("sazina/zvani")).toContain(" tūlīt ");
});
