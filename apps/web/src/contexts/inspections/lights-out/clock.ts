const local = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false });

/** `18:05`, by the clock of the factory. */
export function timeOf(instant: string): string {
  return local.format(new Date(instant));
}
