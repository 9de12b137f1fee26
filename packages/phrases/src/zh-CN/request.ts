/** What the API itself says no to, before any verb is asked. */
export const refusals = {
  'request.invalid': '提交的内容有误，请检查标出的项目',
  'request.malformed': '提交的内容不是有效的 JSON',
  'request.too_large': '提交的内容过大',
  'request.too_deep': '提交的内容层级过深',
  'request.not_json': '请以 application/json 提交',
  'request.key_reused': '同一 Idempotency-Key 不能用于不同内容',
  'request.no_route': '没有这个地址',
  'request.precondition_required': '请带上 If-Match（当前版本）再提交',
  'request.stale': '内容已被他人更新，请刷新后再试',
  'request.busy': '系统繁忙，请稍后再试',
  fault: '系统出现故障，已记录，请稍后再试',
};
