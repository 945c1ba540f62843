# What the tests of hosts share: Debian's servers, each with exactly the configuration that lies in
# $scratch/print, on $port of the loopback, for the site in $scratch/out/public. Each sets $server_pid.
# Behind lib.sh.

start_nginx() {
	cat >nginx.conf <<-END
		daemon off;
		$([ "$(id -u)" -ne 0 ] || echo "user root;")
		pid $scratch/nginx.pid;
		error_log $scratch/nginx.errors;
		worker_processes 1;
		events {}
		http {
			access_log off;
			client_body_temp_path $scratch/body;
			proxy_temp_path $scratch/proxy;
			fastcgi_temp_path $scratch/fastcgi;
			uwsgi_temp_path $scratch/uwsgi;
			scgi_temp_path $scratch/scgi;
			include $scratch/print;
		}
	END
	serve "$port" nginx -c "$scratch/nginx.conf" -p "$scratch"
}

start_apache() {
	mkdir -p apache
	modules=/usr/lib/apache2/modules
	{
		for m in mpm_event authz_core mime dir autoindex alias headers rewrite; do
			echo "LoadModule ${m}_module $modules/mod_$m.so"
		done
		cat <<-END
			Listen 127.0.0.1:$port
			PidFile $scratch/apache/pid
			ErrorLog $scratch/apache/errors
			DefaultRuntimeDir $scratch/apache
			Mutex file:$scratch/apache
			ServerName localhost
			DocumentRoot $scratch/apache
			TypesConfig /etc/mime.types
			Include $scratch/print
		END
	} >apache.conf
	serve "$port" apache2 -X -f "$scratch/apache.conf"
}

start_caddy() {
	printf '{\n\tadmin off\n\tauto_https off\n}\nimport %s\n' "$scratch/print" >Caddyfile
	serve "$port" caddy run --adapter caddyfile --config Caddyfile
}

# `tilts host` has nothing for this one: $scratch/print is what src/cmd/hosting.md says.
start_lighttpd() {
	cat >lighttpd.conf <<-END
		server.port = $port
		server.bind = "127.0.0.1"
		server.document-root = "$scratch/out/public"
		server.errorlog = "$scratch/lighttpd.errors"
		include_shell "/usr/share/lighttpd/create-mime.conf.pl"
		include "$scratch/print"
	END
	serve "$port" lighttpd -D -f "$scratch/lighttpd.conf"
}

# program_of SERVER: what Debian calls it.
program_of() {
	case $1 in
	apache) echo apache2 ;;
	*) echo "$1" ;;
	esac
}
