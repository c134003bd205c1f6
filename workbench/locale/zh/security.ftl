# `workbench check --security`查出的问题：每项一行，附上怎么改
security-well = 正常  { $title }
security-left-out = –     { $title }：这里没有要查的
security-found = 问题  { $title }：{ $told }
security-unchecked = ?     { $title }：没能检查：{ $why }
security-of-modes = 写下的人员资料
security-of-plans = 方案、笔记本和规则
security-of-secrets = 文件里的密钥
security-of-channels = 消息渠道
security-of-proxy = 代理的请求头
security-of-hosts = 主机名
security-of-roles = 角色名单
security-of-emails = 邮箱
security-of-database = 数据库权限
security-modes-open = { $place } 里有 { $n } 项别人可读或可改：{ $files }。
security-modes-open-cure = 请运行：chmod -R go= '{ $place }'
security-plans-writable = { $place } 里有 { $n } 项别人可改，数字、奖金或运行的程序会因此变样：{ $files }。
security-plans-writable-cure = 请运行：chmod -R go-w '{ $place }'
security-plans-outside = { $place } 是链接，指向工作区之外的 { $to }。
security-plans-outside-cure = 请把文件本身放到这个位置。
security-secret-store = { $file } 里写着数据库的密码。
security-secret-store-cure = 请从 [store] 的 url 里删去，改放在 ~/.pgpass（权限 0600）或环境变量 PGPASSWORD；别人读到过的，换掉密码。
security-secret-channel = { $file } 里写着渠道 { $channel } 的密码或令牌。
security-secret-channel-cure = 请在 [outreach.channels] 里改写成 ${"{"}NAME{"}"}，并在环境变量里设 NAME；别人读到过的，换掉它。
security-secret-open = { $file } 里有密钥，别人可读（权限 { $mode }）。
security-secret-open-cure = 请运行：chmod 600 '{ $file }'
security-channel-plain = 渠道 { $channel } 没有加密（{ $scheme }），途中谁都能看到通知了谁、说了什么。
security-channel-plain-cure = 请把 { $scheme }:// 改成 { $scheme }s://，并去掉 mode=insecure。
security-channel-unproved = 渠道 { $channel } 不核对服务器的身份（verify=no）。
security-channel-unproved-cure = 请去掉 verify=no。
security-proxy-header-odd = 请求头 { $header } 不是普通的名字，代理可能丢掉它，却放行意思相同的另一个。
security-proxy-header-odd-cure = 请只用字母、数字和连字符，例如 header = "X-Remote-User"，代理里写同一个。
security-proxy-header-browser = 请求头 { $header } 由浏览器或代理自己发出，谁都能借它冒充别人。
security-proxy-header-browser-cure = 请写 header = "X-Remote-User"，由代理设置，并删去外面带来的同名请求头。
security-proxy-none = 没有写代理的地址：谁的话都不算，页面都打不开。
security-proxy-none-cure = 请在 [serve] 里写上它：proxies = ["127.0.0.1"]
security-proxy-anybody = proxies 里的 { $proxy } 等于任何人的地址，或谁也不是：连得上端口的人都能自称是谁，或者谁都进不来。
security-proxy-anybody-cure = 请在 [serve] 里只写代理的地址：proxies = ["127.0.0.1"]
security-hosts-none = 没有写主机名，别的名字的网页可能被引到这里（DNS 重绑定）。
security-hosts-none-cure = 请在 [serve] 里写上大家输入的名字：hosts = ["reviews.example.com"]
security-hosts-odd = hosts 里的 { $host } 不是主机名。
security-hosts-odd-cure = 请只写名字，不带协议、路径、空格和星号：hosts = ["reviews.example.com"]
security-role-nobody = { $role }名单里的{ $name }不可能是谁的名字。
security-role-nobody-cure = 请照身份系统给的写法写，前后不留空格，或者删去。
security-role-twice = { $name }同时在两个角色的名单里：{ $roles }。
security-role-twice-cure = 请只留一处：审批奖金的人不能也是核算的人，页面也只按一个角色显示。
security-email-shared = { $email } 是几位销售共用的邮箱：{ $reps }；其中一人可能被当成另一人登录，收到另一人的通知。
security-email-shared-cure = 请在源表里给每位销售写自己的邮箱，再运行：workbench snapshot
security-database-superuser = 打开数据库的角色 { $role } 是超级用户，权限和触发器都拦不住它。
security-database-superuser-cure = 请用专门的角色：CREATE ROLE workbench LOGIN; 并写进 [store] 的 url。
security-database-owner = { $role } 是这些表的所有者（{ $tables }），可以删去保护审计记录和核算的触发器。
security-database-owner-cure = 请让另一个角色做所有者（ALTER TABLE … OWNER TO），只授予 { $role } SELECT、INSERT，行会变的表再授予 UPDATE 和 DELETE。
security-database-changes = { $tables } 只增不改，{ $role } 却有改和删的权限，全靠触发器拦着。
security-database-changes-cure = 请运行：REVOKE UPDATE, DELETE, TRUNCATE ON { $all } FROM { $role };
security-database-public = 数据库的每个角色都有权访问 { $tables }。
security-database-public-cure = 请运行：REVOKE ALL ON { $all } FROM PUBLIC;
security-database-plain = 到数据库 { $server } 的连接没有加密。
security-database-plain-cure = 请在 [store] 的 url 后面加上 ?sslmode=verify-full。
