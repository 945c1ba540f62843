# What the findings share; each begins with: . "${0%/*}/lib.sh"
#
#   debian NAME=VERSION…    packages of Debian, unpacked into $there
#   npm_packages NAME@VERSION…    packages of npm, in $there/node_modules
#   espeak                  espeak-ng 1.51; then: spoken VOICE TEXT prints the sounds
#   docx_of BODY           writes $there/a.docx, a document with this w:body
#   odt_of BODY            writes $there/a.odt, a document with this office:text
#   free_port                 $port, that nobody listens at
#   serves COMMAND …          a server at 127.0.0.1:$port until the script ends
#   caddy_serves DIRECTIVE    Caddy serves $there/site at 127.0.0.1:$port until the script ends
#   seen TITLE EXPECTED COMMAND…    what the command prints, errors too, is what was seen
#   finish                  says how it went and ends the script
#
# $there is a temporary folder, gone at the end. Status 0: as it was seen; 1: it has
# changed; 2: it could not be tried.
set -u
export LC_ALL=C.UTF-8
there=$(mktemp -d) || exit 2
chmod 755 "$there"
trap 'rm -rf "$there"' EXIT
cd "$there" || exit 2
changed=0

cannot() {
	echo "can't be tried: $*" >&2
	exit 2
}

debian() {
	local log package
	command -v dpkg-deb >/dev/null || cannot "Debian's packages are needed"
	log=$(apt-get download -q "$@" 2>&1) || cannot "$log"
	for package in ./*.deb; do
		dpkg-deb -x "$package" . && rm "$package"
	done
	PATH=$there/usr/bin:$PATH
	LD_LIBRARY_PATH=$(echo "$there"/usr/lib/*-linux-gnu*)
	PYTHONPATH=$there/usr/lib/python3/dist-packages
	export LD_LIBRARY_PATH PYTHONPATH PATH
}

npm_packages() {
	local log
	log=$(npm install --no-save --no-audit --no-fund --prefix "$there" "$@" 2>&1) || cannot "$log"
}

espeak() {
	debian espeak-ng=1.51+dfsg-10+deb12u2 libespeak-ng1=1.51+dfsg-10+deb12u2 \
		espeak-ng-data=1.51+dfsg-10+deb12u2 libpcaudio0=1.2-2 libsonic0=0.2.0-12
	ESPEAK_DATA_PATH=$(echo "$there"/usr/lib/*-linux-gnu*/espeak-ng-data)
	export ESPEAK_DATA_PATH
}

spoken() { espeak-ng -q -x -v "$1" "$2"; }

docx_of() {
	/usr/bin/python3 - "$1" <<'PY'
import sys, zipfile

word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
package = "http://schemas.openxmlformats.org/package/2006/"
main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
with zipfile.ZipFile("a.docx", "w") as archive:
    archive.writestr("[Content_Types].xml", f'<Types xmlns="{package}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>')
    archive.writestr("_rels/.rels", f'<Relationships xmlns="{package}relationships">'
        f'<Relationship Id="r1" Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>')
    archive.writestr("word/document.xml", f'<w:document xmlns:w="{word}"><w:body>{sys.argv[1]}</w:body></w:document>')
PY
}

odt_of() {
	/usr/bin/python3 - "$1" <<'PY'
import sys, zipfile

space = "urn:oasis:names:tc:opendocument:xmlns:"
spaces = "".join(f' xmlns:{name}="{space}{name}:1.0"' for name in ("office", "text", "table", "manifest"))
spaces += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
with zipfile.ZipFile("a.odt", "w") as archive:
    archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    archive.writestr("META-INF/manifest.xml", f'<manifest:manifest{spaces} manifest:version="1.2">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>')
    archive.writestr("styles.xml", f'<office:document-styles{spaces} office:version="1.2"><office:styles/></office:document-styles>')
    archive.writestr("content.xml", f'<office:document-content{spaces} office:version="1.2"><office:body>'
        f'<office:text>{sys.argv[1]}</office:text></office:body></office:document-content>')
PY
}

free_port() {
	port=$(/usr/bin/python3 -c 'import socket
with socket.create_server(("127.0.0.1", 0)) as listener: print(listener.getsockname()[1])')
}

serves() {
	"$@" >log 2>&1 &
	server=$!
	trap 'kill "$server"; wait "$server" 2>/dev/null; rm -rf "$there"' EXIT
	until (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
		kill -0 "$server" 2>/dev/null || cannot "$(tail -n 1 log)"
		sleep 0.1
	done
}

caddy_serves() {
	export HOME=$there
	free_port
	printf '{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:%s {\n\troot * %s\n\t%s\n}\n' \
		"$port" "$there/site" "$1" >Caddyfile
	serves caddy run --adapter caddyfile --config Caddyfile
}

seen() {
	local title=$1 expected=$2 got
	shift 2
	got=$("$@" 2>&1)
	if [ "$got" = "$expected" ]; then
		echo "as seen: $title"
	else
		echo "changed: $title"
		printf '%s\n' "$expected" >expected
		printf '%s\n' "$got" | diff -u --label 'seen then' --label now expected - | sed 's/^/    /'
		changed=1
	fi
}

finish() {
	exit "$changed"
}
