export type ServerFaultCode =
  | 'binaries_missing'
  | 'data_unreachable'
  | 'initialise_failed'
  | 'other_version'
  | 'socket_folder_taken'
  | 'start_failed'
  | 'start_too_slow'
  | 'will_not_stop';

/** What an operator reads when the embedded server fails: what happened, then what to do. */
const sentences: Readonly<Record<ServerFaultCode, string>> = {
  binaries_missing:
    '没有找到内嵌 PostgreSQL 的程序文件。请重新安装依赖（npx pnpm@12 install）；本机平台不受支持时，请用 DATABASE_URL 指定数据库',
  data_unreachable:
    'PostgreSQL 不能以 root 的权限运行，降权之后又进不了数据目录。请用数据目录所属的用户启动，或把数据目录移到其他用户可进入的位置',
  initialise_failed: '内嵌 PostgreSQL 的数据目录初始化失败。请检查磁盘空间和目录权限',
  other_version: '数据目录属于另一个大版本的 PostgreSQL，不能直接使用。请换一个数据目录（CM_DATA_DIR），或用原来的版本备份后恢复',
  socket_folder_taken: '临时目录中的套接字文件夹不属于当前用户，为安全起见没有使用。请删除该文件夹，或更换 TMPDIR',
  start_failed: '内嵌 PostgreSQL 无法启动',
  start_too_slow: '内嵌 PostgreSQL 启动超时',
  will_not_stop: '占用数据目录的旧 PostgreSQL 进程无法停止。请手动结束该进程后重试',
};

/** A failure of the embedded server. `message` is the Chinese sentence followed by `detail`, such as the end of the server's log. */
export class ServerFault extends Error {
  override readonly name = 'ServerFault';
  readonly code: ServerFaultCode;

  constructor(code: ServerFaultCode, detail: string, cause?: unknown) {
    super(`${sentences[code]}\n${detail}`, { cause });
    this.code = code;
  }
}
