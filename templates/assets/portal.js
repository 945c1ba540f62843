/* Nothing needs this script; it only makes some things better. */
"use strict";
{
	const all = (selector, within = document) => [...within.querySelectorAll(selector)];

	/* What is true only with this script is said by it: browsers of text alone show what is hidden. */
	all("[data-say]").forEach((element) => (element.textContent = element.dataset.say));

	/* The copy for where there is no signal; the worker marks the pages that come from it. */
	const { worker } = document.currentScript.dataset;
	if (worker && "serviceWorker" in navigator) addEventListener("load", () => navigator.serviceWorker.register(worker).then(offer, () => {}));
	/* More than was read, where the line may be dear: only when somebody asks. */
	const offer = async () => {
		const [box] = all("[data-keep]");
		const ready = await navigator.serviceWorker.ready;
		if (!box || (await caches.match(box.dataset.keep))) return;
		const [button] = all("button", box);
		navigator.serviceWorker.onmessage = ({ data }) => (button.textContent = button.dataset[data]);
		/* The worker of now: another site may have been published since the page came. */
		button.onclick = () => {
			button.textContent = button.dataset.wait;
			ready.active.postMessage("keep");
		};
		box.hidden = false;
	};
	const { saved, lost } = document.documentElement.dataset;
	if (saved || lost !== undefined) {
		const [bar] = all("[data-offline]");
		bar.textContent = bar.dataset[saved ? "saved" : "lost"];
		if (saved) {
			const time = document.createElement("time");
			time.dateTime = saved;
			time.append(new Date(saved).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" }));
			bar.append(" ", time);
		}
		bar.hidden = false;
	}

	/* Search: the field stands where its script can come; it comes when somebody reaches for it. What
	   that is written in came to browsers with these two; older ones have the index of words. */
	const [find] = all(".find");
	const [found] = all("[data-found]");
	if (find && Promise.any && find.replaceChildren) {
		const [field] = all("input", find);
		const [box] = all(".found");
		let attached, again = "";
		/* Where the line broke, the next letter asks again: by another address, since browsers keep that one failed. */
		const attach = () =>
			attached ||
			(attached = Promise.all([find, found].map((from) => from && import(from.dataset.script + again)))
				.then(([script, page]) => script.attach(find, box, page))
				.catch(() => {
					again += "?";
					box.firstElementChild.textContent = find.dataset.broken;
					attached = box.hidden = false;
				}));
		find.hidden = false;
		all(".find-off").forEach((link) => (link.hidden = true));
		field.onfocus = field.oninput = attach;
		find.addEventListener("submit", (event) => {
			event.preventDefault();
			const words = field.value.trim();
			if (found) attach();
			else if (words) location.href = `${find.dataset.page}#${encodeURIComponent(words)}`;
		});
		if (found) {
			found.replaceWith(box);
			attach();
			if (!location.hash) field.focus();
		} else onclick = ({ target }) => find.contains(target) || (box.hidden = true);
	}

	/* Leave quickly: the page goes at once and does not stay in the way back. */
	const exits = all("[data-exit]");
	if (exits.length) {
		const leave = (event) => {
			event.preventDefault();
			document.body.hidden = true;
			document.title = "…";
			location.replace(exits[0].href);
		};
		let presses = [];
		exits.forEach((exit) => exit.addEventListener("click", leave));
		addEventListener("keydown", (event) => {
			if (event.repeat) return;
			presses = event.key === "Shift" ? [...presses.filter((time) => event.timeStamp - time < 5000), event.timeStamp] : [];
			if (presses.length === 3) leave(event);
		});
	}

	/* An address that names a folded part opens it; so does paper. */
	const unfold = (part) => all("details.fold").forEach((fold) => (!part || fold.contains(part)) && (fold.open = true));
	const reveal = () => {
		try {
			const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
			if (part) unfold(part);
		} catch {
			/* "#100%" is the name of no part */
		}
	};
	/* One touch opens a section whole. */
	all(".fold .fold").forEach((fold) => (fold.open = true));
	addEventListener("hashchange", reveal);
	addEventListener("beforeprint", () => unfold());
	reveal();

	all("[data-print]").forEach((button) => {
		button.hidden = false;
		button.onclick = () => print();
	});

	/* Letters: filled in once for all of the page, copied, sent. Nothing is kept. */
	const letters = all(".ask-text").map((box) => ({ box, text: box.textContent }));
	const [fill] = all("[data-fill]");
	if (fill && letters.some(({ text }) => /\((vārds, uzv|iestāde)/.test(text))) {
		const inputs = all("input", fill);
		/* A name alone, or with who that is to the other, is the writer's where the relative's stands with more. */
		const write = (text) => {
			const [name, year, prison, me] = inputs.map(({ value }) => value.trim());
			const both = /\(vārds, uzvārds[^)]/.test(text);
			return text.replace(/\((vārds, uzvārds|iestāde|cietuma nosaukums)[^)]*\)/g, (blank) => {
				const own = both && /uzvārds(\)|, (rad|kas))/.test(blank);
				const filled = { "vārds, uzvārds": own ? me : name, "dzimšanas gads": year, "cietuma nosaukums": prison, iestāde: prison };
				return blank.replace(/vārds, uzvārds|dzimšanas gads|cietuma nosaukums|iestāde/g, (words) => filled[words] || words);
			});
		};
		fill.hidden = false;
		fill.addEventListener("input", () => letters.forEach(({ box, text }) => (box.textContent = write(text))));
	}
	all("[data-copy], [data-send]").forEach((button) => {
		const text = button.closest(".ask").querySelector(".ask-text");
		const status = button.parentElement.querySelector("[data-copied]");
		const { send } = button.dataset;
		button.hidden = false;
		button.onclick = async () => {
			try {
				if (send) return void (location.href = send + encodeURIComponent(text.textContent));
				await navigator.clipboard.writeText(text.textContent);
				status.textContent = status.dataset.copied;
			} catch {
				getSelection().selectAllChildren(text);
			}
		};
	});

	/* Share; elsewhere it is a link. */
	all("[data-share]").forEach((link) =>
		link.addEventListener("click", (event) => {
			if (!navigator.share) return;
			event.preventDefault();
			navigator.share({ title: document.title, url: link.href }).catch(() => {});
		}),
	);
}
