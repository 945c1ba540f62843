// Reads the tables of a Data Package with npm's `datapackage`, the reader of the format's
// own makers: the descriptor must be valid, and each row of each table be what it says.
//
//	node tests/feeds/datapackage.cjs FOLDER/datapackage.json
//
// Prints a line for each mistake, then the names of the tables with their rows.
const { Package } = require('datapackage');

async function main(path) {
	const found = await Package.load(path);
	for (const error of found.errors)
		console.log(`error: ${error.message}`);
	for (const resource of found.resources) {
		try {
			const rows = await resource.read({ keyed: true, relations: true });
			console.log(`${resource.name}: ${rows.length}`);
		} catch (error) {
			for (const one of error.multiple ? error.errors : [error])
				console.log(`error: ${resource.name}: ${one.message}`);
		}
	}
}

main(process.argv[2]).catch((error) => console.log(`error: ${error.message}`));
