import type { ServerRight } from './check-owner.ts';

/** Every sentence `pnpm start` says to the operator: what happened, then what to do. */
export const sentences = {
  installIncomplete: (what: string) => `依赖没有装全（缺少 ${what}）。请运行 npx pnpm@12 install，看清其中的报错后再启动`,
  nodeTooOld: (version: string) => `当前 Node 版本为 ${version}，需要 24 或更高。请用 npx pnpm@12 start 启动；macOS 请先安装 Node 24`,
  argumentUnknown: (args: string) =>
    `不认识 ${args}。可用：npx pnpm@12 start（本机），npx pnpm@12 start --lan（局域网里用手机试）；其余用环境变量设置，见 README`,
  settingsWrong: (details: string) => `环境变量有误：\n${details}`,
  clockInProduction: 'CM_ENV=production 时不允许设置 CM_CLOCK',
  tlsHalf: 'CM_TLS_CERT 与 CM_TLS_KEY 必须同时设置',
  portTaken: (host: string, port: number) =>
    `端口 ${host}:${port} 已被占用。请结束占用它的程序，或换一个端口，例如 PORT=8081 npx pnpm@12 start`,
  hostUnusable: (host: string, reason: string) => `无法监听地址 ${host}（${reason}）。请检查 HOST 与 PORT`,
  secretsReady: (folder: string) => `密钥已就绪：${folder}`,
  otherKey:
    '加密密钥与数据库不符，继续运行会写入无法读出的数据。请恢复原来的数据目录下的 secrets/secret-key，或把 CM_SECRET_KEY 设为原来的值',
  databaseUnsafe: (settings: string) => `数据库关闭了持久化保障（${settings}），断电可能丢失已确认的数据。请改为 on`,
  databaseStarting: '正在启动内嵌数据库 …',
  databaseReady: (milliseconds: number, dataDir: string) => `内嵌数据库已启动（${milliseconds} 毫秒），数据在 ${dataDir}`,
  databaseOutside: 'DATABASE_URL 已设置，使用外部数据库',
  databaseUnreachable: (reason: string) => `连不上 DATABASE_URL 所指的数据库：${reason}。请检查地址、账号与网络`,
  databaseTooOld: (version: string) => `数据库版本为 ${version}，需要 PostgreSQL 15 或更高`,
  databaseNotUtf8: (encoding: string) => `数据库编码为 ${encoding}，需要 UTF8。请用 encoding 'UTF8' 重新建库`,
  rightsMissing: (login: string, database: string, missing: readonly ServerRight[]) =>
    `DATABASE_URL 的登录账号 ${login} 缺少权限：\n${missing.map((right) => `  · ${rights[right](login, database)}`).join('\n')}`,
  roleTooStrong: (role: string) =>
    `运行账号 ${role} 是超级用户或可绕过行级安全，数据隔离会失效。请执行：alter role "${role}" nosuperuser nobypassrls;`,
  databaseDied: '数据库进程意外退出，正在重新启动 …',
  databaseBack: '数据库已恢复',
  databaseStillDown: (reason: string) => `数据库暂时无法启动，稍后再试：${reason}`,
  migrated: (count: number) => (count === 0 ? '数据结构已是最新' : `数据结构已升级（${count} 项）`),
  migrationFailed: (reason: string) =>
    `数据结构升级失败，数据没有改动。数据库可能来自更新的版本，请用那个版本启动，或先恢复备份：${reason}`,
  seeding: '首次启动，正在装入演示集团 …',
  seeded: '演示集团已装入',
  founding: '首次启动，正在建立集团与三员账号 …',
  founded: '集团已建立',
  firstAccounts: (file: string) => `三员的初始账号在 ${file}。首次登录后须改密，改完请删除该文件`,
  seedFailed: (tail: string) => `演示数据装入失败。可用 CM_DEMO=0 跳过：\n${tail}`,
  seedHalf: (dataDir: string) =>
    `首次启动没有做完：示例内容只装入了一半，或另一个启动正在装入。没有别的启动在进行时，删除数据文件夹 ${dataDir}（还没有人用过它）再启动`,
  seedHalfOutside: '首次启动没有做完：DATABASE_URL 指向的数据库只装入了一半，或另一个启动正在装入。没有别的启动在进行时，换一个空库再启动',
  building: '正在构建网页 …',
  built: '网页已构建',
  buildFailed: (tail: string) => `网页构建失败：\n${tail}`,
  waiting: '正在等待服务就绪 …',
  crashed: (name: string, reason: string, wait: number) =>
    `${name} 意外退出（${reason}），${wait === 0 ? '立即重启' : `${wait / 1000} 秒后重启`}`,
  neverReady: (name: string, tail: string) => `${name} 启动失败：\n${tail}`,
  readyTooSlow: (address: string, tail: string) => `等待 ${address}/readyz 超时：\n${tail}`,
  ready: (address: string) => `长明已启动：${address}`,
  places: (dataDir: string, logs: string) => `数据目录：${dataDir}    日志：${logs}`,
  demoAccounts: (accounts: string) => `演示账号：\n${accounts}`,
  demoRefused: '当前为生产环境，演示账号不可登录；请删除数据目录中的 demo-accounts.txt，并停用演示账号',
  howToStop: '按 Ctrl-C 停止',
  developing: (api: string) => `接口在 ${api}，网页地址见下；改了源码会自动重启`,
  noLanAddress: '没有找到局域网地址。请先连上局域网，或用 HOST 指定地址后再加 --lan',
  trustFirst: (url: string) => `第一步：手机扫码安装并信任证书（每部手机只做一次）\n${url}`,
  openPhone: (url: string) => `第二步：手机扫码打开现场入口\n${url}`,
  stopping: '正在停止 …',
  stopped: '已停止',
  ancestorGone: '启动本程序的上级进程已结束',
  notRun: (reason: string) => `命令没有执行。${reason}`,
  failed: (reason: string) => `启动失败。${reason}`,
} as const;

const rights: Readonly<Record<ServerRight, (login: string, database: string) => string>> = {
  createRole: (login) => `创建角色。请由管理员执行：alter role "${login}" createrole;`,
  createInDatabase: (login, database) => `在库中建立对象与扩展。请由管理员执行：grant create on database "${database}" to "${login}";`,
  createInPublic: (login) => `在 public 模式中建表。请由管理员执行：grant create on schema public to "${login}";`,
  grantRuntime: (login) =>
    `把运行角色组授予运行账号。该角色组由别的账号创建，请由管理员执行：grant 角色组 to "${login}" with admin option;`,
};
