# What `workbench check --security` finds: one line each, with its cure
security-well = ok    { $title }
security-left-out = –     { $title }: nothing here to check
security-found = FOUND { $title }: { $told }
security-unchecked = ?     { $title }: could not be checked: { $why }
security-of-modes = what was written about people
security-of-plans = plans, notebooks and rules
security-of-secrets = secrets in files
security-of-channels = channels
security-of-proxy = the proxy's header
security-of-hosts = host names
security-of-roles = lists of roles
security-of-emails = e-mails
security-of-database = rights in the database
security-modes-open = others may read or change { $n } of what lies in { $place }: { $files }.
security-modes-open-cure = Run: chmod -R go= '{ $place }'
security-plans-writable = others may change { $n } of { $place }, and so figures, pay or what is run: { $files }.
security-plans-writable-cure = Run: chmod -R go-w '{ $place }'
security-plans-outside = { $place } is a link to { $to }, outside the workspace.
security-plans-outside-cure = Put a copy of the file in its place.
security-secret-store = { $file } holds the password of the store.
security-secret-store-cure = Take it out of url under [store] and give it in ~/.pgpass (mode 0600) or as $PGPASSWORD; change it where others have read it.
security-secret-channel = { $file } holds a password or token of channel { $channel }.
security-secret-channel-cure = Write ${"{"}NAME{"}"} in its place under [outreach.channels] and set NAME in the environment; change it where others have read it.
security-secret-open = others may read { $file } (mode { $mode }), which holds secrets.
security-secret-open-cure = Run: chmod 600 '{ $file }'
security-channel-plain = channel { $channel } is not encrypted ({ $scheme }): anybody on the way reads who is told what.
security-channel-plain-cure = Write { $scheme }s:// in place of { $scheme }://, without mode=insecure.
security-channel-unproved = channel { $channel } does not ask its server to prove itself (verify=no).
security-channel-unproved-cure = Take verify=no out.
security-proxy-header-odd = the header { $header } is not a plain name: a proxy may drop it, and pass on one of the same meaning.
security-proxy-header-odd-cure = Write letters, digits and hyphens, as header = "X-Remote-User", and the same in the proxy.
security-proxy-header-browser = browsers and proxies send the header { $header } by themselves: anybody may say who is there.
security-proxy-header-browser-cure = Write header = "X-Remote-User", and let the proxy set that one and remove what came in under its name.
security-proxy-none = no proxy is named, so nobody's word counts and no page opens.
security-proxy-none-cure = Write its address under [serve]: proxies = ["127.0.0.1"]
security-proxy-anybody = proxies names { $proxy }, which is everybody's address or nobody's: whoever reaches the port would say who is there, or nobody can.
security-proxy-anybody-cure = Write the address of the proxy alone under [serve]: proxies = ["127.0.0.1"]
security-hosts-none = no host name is named, so a page of another name may be led here (DNS rebinding).
security-hosts-none-cure = Write the name people type under [serve]: hosts = ["reviews.example.com"]
security-hosts-odd = hosts names { $host }, which is not a host name.
security-hosts-odd-cure = Write the name alone, without scheme, path, blank or star: hosts = ["reviews.example.com"]
security-role-nobody = { $role } names { $name }, which nobody can have as a name.
security-role-nobody-cure = Write the name as the identity gives it, without blanks around it, or take it out.
security-role-twice = { $name } is in the lists of two roles: { $roles }.
security-role-twice-cure = Leave the name in one of them: who approves pay is not who makes the run, and a page shows one role.
security-email-shared = { $email } is the e-mail of several reps: { $reps }; one may be let in as the other, and be told what is the other's.
security-email-shared-cure = Give each rep an e-mail of their own in the source, and run: workbench snapshot
security-database-superuser = the store is opened as { $role }, a superuser: no right holds it back, and no trigger.
security-database-superuser-cure = Open it as a role of its own: CREATE ROLE workbench LOGIN; and name that in url under [store].
security-database-owner = { $role } owns the tables ({ $tables }): it can drop the triggers that keep the audit trail and pay runs.
security-database-owner-cure = Let another role own them (ALTER TABLE … OWNER TO) and grant { $role } SELECT, INSERT, and UPDATE and DELETE where rows change.
security-database-changes = { $role } may change or delete rows of { $tables }, which are only ever added to; a trigger alone refuses it.
security-database-changes-cure = Run: REVOKE UPDATE, DELETE, TRUNCATE ON { $all } FROM { $role };
security-database-public = every role of the database has rights on { $tables }.
security-database-public-cure = Run: REVOKE ALL ON { $all } FROM PUBLIC;
security-database-plain = the way to the database at { $server } is not encrypted.
security-database-plain-cure = Add ?sslmode=verify-full to url under [store].
