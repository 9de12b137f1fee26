/** 元 as typed, in 分; null where nothing was typed. */
export function fenOf(yuan: string): number | null {
  const typed = yuan.trim().replaceAll(',', '');
  return /^\d{1,8}(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 100) : null;
}
