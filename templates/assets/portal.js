/* Nothing needs this script; it only makes some things better. */
(() => {
	"use strict";
	const all = (selector, within = document) => [...within.querySelectorAll(selector)];

	/* The copy for where there is no signal; the worker marks the pages that come from it. */
	const { worker } = document.currentScript.dataset;
	if (worker && "serviceWorker" in navigator) navigator.serviceWorker.register(worker).catch(() => {});
	const { saved, lost } = document.documentElement.dataset;
	if (saved || lost !== undefined) {
		const bar = document.querySelector("[data-offline]");
		const line = bar.querySelector(saved ? "[data-is-saved]" : "[data-is-lost]");
		const time = line.querySelector("time");
		if (time) {
			time.dateTime = saved;
			time.textContent = new Date(saved).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
		}
		bar.hidden = line.hidden = false;
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
			if (event.key !== "Shift") {
				presses = [];
				return;
			}
			presses = [...presses.filter((time) => event.timeStamp - time < 5000), event.timeStamp];
			if (presses.length === 3) leave(event);
		});
		all("[data-exit-keys]").forEach((element) => (element.hidden = !matchMedia("(any-hover: hover)").matches));
	}

	all("[data-print]").forEach((button) => {
		button.hidden = false;
		button.addEventListener("click", () => print());
	});

	/* Copy a question. */
	all("[data-copy]").forEach((button) => {
		const box = button.closest(".ask");
		const text = box.querySelector(".ask-text");
		const status = box.querySelector("[data-copied]");
		button.hidden = false;
		button.addEventListener("click", async () => {
			try {
				await navigator.clipboard.writeText(text.innerText);
				status.textContent = status.dataset.copied;
			} catch {
				getSelection().selectAllChildren(text);
			}
		});
	});
})();
