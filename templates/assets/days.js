/* Lists of days stay right between two builds: days gone by are hidden. */
(() => {
	"use strict";
	const today = new Date().toLocaleDateString("sv", { timeZone: "Europe/Riga" });
	for (const list of document.querySelectorAll("[data-days]")) {
		const days = [...list.querySelectorAll("[data-day]")];
		for (const day of days) {
			const date = day.dataset.day.slice(0, 10);
			day.hidden = date < today;
			day.classList.toggle("today", date === today);
		}
		const left = days.filter((day) => !day.hidden);
		const held = left.length && left[0].closest("details");
		if (held) held.open = true;
		const none = list.parentElement.querySelector("[data-none]");
		if (none) none.hidden = left.length > 0;
		const fold = list.querySelector("details");
		if (fold) fold.open = left.every((day) => fold.contains(day));
	}
})();
