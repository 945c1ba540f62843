/* Lists of days stay right between two builds, and in a page that stays open over midnight: days gone by are hidden.
 * Until the next midnight folds are the reader's. */
"use strict";
{
	const timeZone = document.currentScript.dataset.zone;
	let marked;
	const mark = () => {
		const today = new Date().toLocaleDateString("sv", { timeZone });
		if (today === marked) return;
		marked = today;
		for (const list of document.querySelectorAll("[data-days]")) {
			for (const day of list.querySelectorAll("[data-day]")) {
				const date = day.dataset.day.slice(0, 10);
				day.hidden = date < today;
				day.classList.toggle("today", date === today);
			}
			const next = list.querySelector("[data-day]:not([hidden])");
			const fold = next && next.closest("details");
			if (fold) fold.open = true;
			list.hidden = !next;
			const none = list.parentElement.querySelector("[data-none]");
			if (none) none.hidden = !!next;
		}
	};
	mark();
	onfocus = mark;
	setInterval(mark, 60000);
}
