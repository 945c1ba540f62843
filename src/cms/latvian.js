/* The CMS's own words in Latvian, which it lacks; what is not here stays English. */
"use strict";
var tilts = typeof tilts === "undefined" ? {} : tilts;

tilts.localeIn = {
	lv: {
		auth: { login: "Sākt", loggingIn: "Notiek pieslēgšanās…", loginWithGitLab: "Pieslēgties ar GitLab",
			loginWithGitea: "Pieslēgties ar Gitea", loginWithForgejo: "Pieslēgties ar Forgejo",
			loginWithGitHub: "Pieslēgties ar GitHub" },
		app: {
			header: { content: "Saturs", workflow: "Darba gaita", media: "Attēli un faili", quickAdd: "Pievienot" },
			app: { errorHeader: "Neizdevās ielādēt iestatījumus", configErrors: "Kļūdas iestatījumos",
				loadingConfig: "Ielādē…", waitingBackend: "Gaida serveri…" },
			notFoundPage: { header: "Nav atrasts" },
		},
		collection: {
			sidebar: { collections: "Kas ir portālā", allCollections: "Viss", searchAll: "Meklēt visur", searchIn: "Meklēt šeit:" },
			collectionTop: { sortBy: "Kārtot", viewAs: "Skats", viewAsList: "Saraksts", viewAsGrid: "Režģis",
				newButton: "Jauns", newButtonAriaLabel: "Jauns: %{collectionLabel}", ascending: "Augošā secībā",
				descending: "Dilstošā secībā", searchResults: "Atrasts: “%{searchTerm}”",
				searchResultsInCollection: "Atrasts: “%{searchTerm}” (%{collection})", filterBy: "Atlasīt", groupBy: "Grupēt" },
			entries: { loadingEntries: "Ielādē…", cachingEntries: "Ielādē…", longerLoading: "Tas var ilgt dažas minūtes.",
				noEntries: "Nekā vēl nav", unpublishedHeader: "Nepublicēti" },
			groups: { other: "Cits", negateLabel: "Nav: %{label}" },
			defaultFields: { author: { label: "Autors" }, updatedOn: { label: "Mainīts" } },
		},
		editor: {
			editorControl: { field: { optional: "var izlaist", widgetLabel: "Lauks: %{widgetLabel}" } },
			editorControlPane: { widget: {
				required: "%{fieldLabel}: jāaizpilda.", regexPattern: "%{fieldLabel}: vajag %{pattern}.",
				processing: "%{fieldLabel}: tiek apstrādāts.", rangeMin: "%{fieldLabel}: par maz.", rangeMax: "%{fieldLabel}: par daudz." } },
			editor: { onLeavePage: "Vai tiešām aiziet no šīs lapas? Nesaglabātais pazudīs.",
				onPublishing: "Vai saglabāt?", onDeletePublishedEntry: "Vai tiešām dzēst?",
				onDeleteWithUnsavedChanges: "Vai tiešām dzēst, arī to, kas nav saglabāts?", loadingEntry: "Ielādē…",
				confirmLoadBackup: "Pārlūkā palicis nesaglabāts šī faila teksts. Vai to atjaunot?" },
			editorToolbar: { publishing: "Saglabā…", publish: "Saglabāt", published: "Saglabāts", duplicate: "Kopēt",
				publishNow: "Saglabāt tagad", publishAndCreateNew: "Saglabāt un sākt jaunu", publishAndDuplicate: "Saglabāt un kopēt",
				deleteEntry: "Dzēst", deletePublishedEntry: "Dzēst", deleting: "Dzēš…", saving: "Saglabā…", save: "Saglabāt",
				backCollection: "Atpakaļ: %{collectionLabel}", unsavedChanges: "Nav saglabāts", changesSaved: "Viss saglabāts",
				status: "Statuss: %{status}", updating: "Saglabā…", draft: "Melnraksts", inReview: "Pārskata", ready: "Gatavs",
				deployButtonLabel: "Skatīt vietnē",
				deployPreviewButtonLabel: "Skatīt vietnē", deployPreviewPendingButtonLabel: "Vai jau ir vietnē?" },
			editorWidgets: {
				unknownControl: { noControl: "Laukam “%{widget}” nav sava veida." },
				list: { add: "Pievienot: %{item}", addType: "Pievienot: %{item}" },
				object: { expand: "Atvērt", collapse: "Aizvērt" },
			},
		},
		mediaLibrary: {
			mediaLibraryCard: { draft: "Melnraksts", copy: "Kopēt", copyUrl: "Kopēt adresi", copyPath: "Kopēt ceļu",
				copyName: "Kopēt nosaukumu", copied: "Nokopēts" },
			mediaLibrary: { onDelete: "Vai tiešām dzēst izvēlēto failu?", fileTooLarge: "Fails ir par lielu.\nNe vairāk par %{size} kB." },
			mediaLibraryModal: { loading: "Ielādē…", close: "Aizvērt", noResults: "Nekas nav atrasts.", noAssetsFound: "Failu vēl nav.",
				noImagesFound: "Attēlu vēl nav.", private: "Privāti ", images: "Attēli", mediaAssets: "Attēli un faili", search: "Meklēt…",
				uploading: "Augšupielādē…", upload: "Augšupielādēt", download: "Lejupielādēt", deleting: "Dzēš…",
				deleteSelected: "Dzēst izvēlēto", chooseSelected: "Ņemt izvēlēto" },
		},
		ui: {
			default: { goBackToSite: "Atpakaļ uz vietni" },
			errorBoundary: { title: "Kļūda", details: "Notika kļūda. ", reportIt: "Ziņot izstrādātājiem", detailsHeading: "Sīkāk",
				recoveredEntry: { heading: "Jūsu teksts", warning: "Nokopējiet to, pirms aizverat lapu!", copyButtonLabel: "Kopēt" } },
			settingsDropdown: { logOut: "Iziet", account: "Konts" },
			toast: { onFailToLoadEntries: "Neizdevās ielādēt: %{details}", onFailToPersist: "Nav saglabāts. %{details}",
				onFailToDelete: "Nav izdzēsts. %{details}", missingRequiredField: "Nav saglabāts: kāds lauks nav aizpildīts. Tas ir iezīmēts sarkans.",
				entrySaved: "Saglabāts", entryPublished: "Saglabāts", onFailToAuth: "%{details}",
				onLoggedOut: "Sesija beigusies. Nokopējiet tekstu un pieslēdzieties vēlreiz.",
				onBackendDown: "Serveris neatbild. Sīkāk: %{details}" },
		},
	},
};

/* The English phrases with those of a language in their places. */
tilts.phrases = function phrases(english, own) {
	const out = { ...english };
	for (const key of Object.keys(own || {}))
		out[key] = typeof own[key] === "object" ? phrases(english[key] || {}, own[key]) : own[key];
	return out;
};
