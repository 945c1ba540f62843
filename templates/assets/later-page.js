/* The address of the page of search: words stand behind #, so that they reach no server. Enter keeps them, typing
 * changes the last ones. Fetched by later-search.js on that page. */
export const follow = (form, field, run) => {
	let kept = true;
	const keep = () => {
		const words = encodeURIComponent(field.value.trim());
		if (words === location.hash.slice(1)) return;
		history[kept ? "pushState" : "replaceState"](true, "", words ? `#${words}` : location.pathname);
		kept = false;
	};
	const fromAddress = () => {
		try {
			field.value = decodeURIComponent(location.hash.slice(1));
		} catch {
			field.value = "";
		}
		history.replaceState(true, "");
		kept = true;
		run();
	};
	form.addEventListener("submit", () => {
		keep();
		kept = true;
		run();
	});
	/* A link to a part of this page, as to help, asks nothing. */
	addEventListener("popstate", ({ state }) => (state || !document.getElementById(location.hash.slice(1))) && fromAddress());
	if (field.value) run();
	else fromAddress();
	return keep;
};
