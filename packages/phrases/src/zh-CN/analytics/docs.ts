/** 接口文档 `/api/docs`. */
export const docs = {
  title: '长明接口文档',
  lead: '所有接口都在 /api/v1 之下，机器可读的说明在 /api/openapi.json。',
  contents: '目录',
  signIn: '身份',
  signInText:
    '程序用令牌：请求头写 Authorization: Bearer cm_…。Excel、curl -u 等只会用户名密码的，用户名随意，密码填令牌。令牌不能写在地址里。令牌由安全管理员签发，写明能做什么、限哪些单位、到哪天为止。',
  errors: '拒绝',
  errorsText:
    '拒绝都是 application/problem+json：code 是固定的代码，title 是给人看的一句话（按 Accept-Language 中文或英文），errors 指出哪个字段不对。401 没有身份，403 无权，404 没有或不在您的范围内，409 与现状冲突，422 写法不对，429 太频繁（过 Retry-After 秒再试）。',
  data: '数据集',
  dataText:
    '同一数据集的 CSV、NDJSON、JSON 逐位相同。空值就是没有：CSV 里是空单元格，JSON 里是 null，从不用 0 代替。下面每个例子都可以直接运行。',
  paging: '分页与下载',
  pagingText:
    'JSON 一页 100 行（limit 最多 1000），把答复里的 next 写进 after 取下一页。CSV、NDJSON 一次流式给出全部；同时最多两个，每分钟最多 600 次读取。',
  csv: 'CSV',
  csvText:
    'UTF-8 带 BOM，Excel 直接打开不乱码；heads=zh 中文表头，heads=en 列名。以 = + - @ 制表符 换行 或单引号开头的文字，前面加一个单引号，免得被当作公式；去掉第一个单引号就是原文。',
  example: '例',
  answers: '答复的列',
  columns: '列',
  column: '列名',
  head: '中文表头',
  type: '类型',
  meaning: '含义',
  filters: '筛选',
  empty: '可为空',
  routes: '全部接口',
  method: '方法',
  path: '地址',
  summary: '用途',
  access: '权限',
  everybody: '公开',
  own: '本人',
};
