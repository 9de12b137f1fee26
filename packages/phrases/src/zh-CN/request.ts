/** What the API itself says no to, before any verb is asked. */
export const refusals = {
  'request.invalid': '提交的内容有误，请检查标出的项目',
  'request.malformed': '提交的内容不是有效的 JSON',
  'request.too_large': '提交的内容过大',
  'request.too_deep': '提交的内容层级过深',
  'request.address_too_long': '地址或查询条件过长，请减少条件后再查',
  'request.too_slow': '请求没有在规定时间内传完，请重试',
  'request.unreadable': '请求无法读取',
  'request.not_json': '请以 application/json 提交',
  'request.key_reused': '同一 Idempotency-Key 不能用于不同内容',
  'request.no_route': '没有这个地址',
  'request.precondition_required': '请带上 If-Match（当前版本）再提交',
  'request.stale': '内容已被他人更新，请刷新后再试',
  'request.busy': '系统繁忙，请稍后再试',
  fault: '系统出现故障，已记录，请稍后再试',
};

/** What is wrong with one field of a request. */
export const fields = {
  missing: '请填写',
  kind: '类型不对，应当是{expected}',
  option: '只能是其中之一：{options}',
  short: '至少 {least} 个字',
  long: '最多 {most} 个字',
  few: '至少 {least} 项',
  many: '最多 {most} 项',
  small: '不能小于 {least}',
  large: '不能大于 {most}',
  day: '请填写存在的日期，如 2026-03-05',
  instant: '请填写时刻，如 2026-03-05T08:00:00+08:00',
  id: '不是有效的编号',
  form: '格式不对',
  stray: '不认识的项：{keys}',
  other: '填写有误',
};

export const fieldKinds = { string: '文字', number: '数字', int: '整数', boolean: '是或否', array: '列表', object: '一组内容' };
