import type { DocumentState } from '@changming/domain/kernel';

/** 外壳: what every page says, whichever context it belongs to. */
export { sessions } from './shell/sessions.ts';

export const product = { name: '长明', full: '长明 · 安全生产管理平台', motto: '灯长明，人长安' };

export const languages = { 'zh-CN': '中文', en: 'English' };

export const menu = {
  home: '首页',
  account: '我的账号',
  sessions: '登录设备',
  password: '修改密码',
  signOut: '退出登录',
  language: '语言',
  units: '我的单位',
  fold: '收起菜单',
  unfold: '展开菜单',
  navigation: '主菜单',
  trail: '所在位置',
  skip: '跳到正文',
};

export const menuGroups = {
  hazards: '隐患治理',
  work: '日常工作',
  training: '培训与行为',
  ledgers: '基础台账',
  assessment: '考核与分析',
  organisation: '组织与人员',
  system: '系统管理',
};

export const signIn = {
  title: '登录',
  lead: '用工号或手机号登录',
  login: '工号或手机号',
  loginEmpty: '请填写工号或手机号',
  password: '密码',
  passwordEmpty: '请填写密码',
  totp: '动态口令',
  totpHint: '身份验证器上的 6 位数字；手机丢了，填一个恢复码',
  totpEmpty: '请填写 6 位动态口令，或一个恢复码',
  submit: '登录',
  help: '忘记密码或账号被锁，请联系本单位的系统管理员。',
  again: '登录已过期',
  againLead: '为了安全，请重新登录。您在这一页填写的内容都还在。',
  toSignIn: '去登录页',
  phone: '手机版',
  desk: '电脑版',
};

export const password = {
  title: '修改密码',
  firstTitle: '请先设置您自己的密码',
  firstLead: '您正在使用初始密码。换成只有自己知道的密码后，就可以开始工作。',
  current: '当前密码',
  currentFirst: '初始密码',
  currentEmpty: '请填写当前密码',
  next: '新密码',
  nextEmpty: '请填写新密码',
  nextHint: '建议 12 位以上，混用大小写字母、数字和符号，不要包含工号或手机号。',
  repeat: '再输一遍新密码',
  repeatDiffers: '两次输入的新密码不一致',
  submit: '保存新密码',
  done: '密码已修改，其他设备上的登录已全部退出',
  others: '保存后，其他设备上的登录会全部退出。',
};

export const home = {
  morning: '早上好，{{name}}',
  noon: '中午好，{{name}}',
  afternoon: '下午好，{{name}}',
  evening: '晚上好，{{name}}',
  nobody: '您好',
  mine: '待我办理',
  mineEmpty: '手头没有待办',
  mineEmptyNext: '有新的任务会出现在这里，并按期限先后排列。',
  decide: '待我审批',
  decideEmpty: '没有等您审批的事项',
  decideEmptyNext: '下级单位提交后会出现在这里。',
  watch: '我负责的范围',
  watchEmpty: '没有需要留意的事项',
  watchEmptyNext: '逾期、升级和变差的情况会出现在这里。',
  data: '数据与考核',
  dataEmpty: '没有新的数据动态',
  dataEmptyNext: '考核结果发布或数据更新后会出现在这里。',
  administer: '系统管理',
  administerEmpty: '系统没有等您处理的事项',
  administerEmptyNext: '需要配置、授权或核查的事项会出现在这里。',
  nothingYet: '这里还没有您的待办',
  nothingYetNext: '请让系统管理员为您授予岗位权限；授权后，您负责的事项会自动出现在这里。',
  clear: '没有等办的：',
  folded: '另有 {{count}} 类：',
  all: '全部 {{count, number}} 项',
  moreThan: '超过 {{count, number}} 项',
  one: '{{count}} 项',
};

export const actions = {
  search: '查询',
  reset: '重置',
  more: '更多',
  loadMore: '加载更多',
  expand: '展开',
  expandCount: '展开（{{count}} 项）',
  collapse: '收起',
  retry: '重试',
  reload: '刷新页面',
  back: '返回',
  backHome: '回到首页',
  backToList: '返回列表',
  cancel: '取消',
  confirm: '确定',
  close: '关闭',
  save: '保存',
  copy: '复制',
  copied: '已复制',
  print: '打印',
  operations: '操作',
};

export const table = {
  columns: '列设置',
  columnsReset: '恢复默认',
  density: '行高',
  loose: '宽松',
  middle: '适中',
  compact: '紧凑',
  refresh: '刷新',
  total: '共 {{count, number}} 条',
  totalCapped: '超过 {{count, number}} 条',
  tooMany: '结果过多，只列出前 1,000 条，请加条件',
  shown: '已显示 {{count, number}} 条',
  end: '已全部显示',
  selected: '已选 {{count, number}} 条',
  unselect: '取消选择',
  empty: '没有符合条件的记录',
  emptyNext: '放宽或重置查询条件再试。',
};

export const tree = {
  search: '名称、代码或拼音首字母',
  within: '含下级',
  withinHint: '同时包括所选单位的全部下级',
  everything: '全部单位',
  noHits: '没有找到“{{text}}”',
  noHitsNext: '换个说法，或输入拼音首字母再试。',
  failed: '下级单位没有加载出来',
  loading: '正在查找 …',
  opening: '正在打开下级单位',
};

export const errors = {
  network: '没有连上服务器，您填写的内容都还在。请检查网络后重试。',
  fault: '系统出现故障，已记录。请稍后重试。',
  page: '这一页没能显示出来',
  load: '数据没有加载出来',
  notFound: '没有这个页面',
  notFoundNext: '地址可能写错了，或者页面已经改名。',
  missing: '找不到这条记录',
  forbidden: '不在您的权限范围内',
  fields: '有 {{count}} 处需要修改',
  code: '错误代码：{{code}}',
  required: '请填写{{label}}',
  reasonEmpty: '请写明原因',
  tooLong: '最多 {{most}} 个字，现在多出 {{over}} 个。内容都还在，请改短',
  offline: '网络断开了。您可以继续填写，连上后再提交。',
};

export const time = {
  daysLeft: '还剩 {{count}} 天',
  dueToday: '今天到期',
  dueTomorrow: '明天到期',
  overdue: '逾期 {{count}} 天',
  over: { minutes: '已超时 {{count}} 分钟', hours: '已超时 {{count}} 小时', days: '已超时 {{count}} 天' },
  none: '无期限',
  justNow: '刚刚',
  minutesAgo: '{{count}} 分钟前',
  hoursAgo: '{{count}} 小时前',
  quarter: '{{year}}年第{{quarter}}季度',
};

export const riskLevels = { red: '重大风险', orange: '较大风险', yellow: '一般风险', blue: '低风险' };

export const secret = {
  once: '只显示这一次',
  onceNote: '关闭后无法再次查看。请现在复制，并保存在安全的地方。',
  kept: '我已妥善保存',
  done: '完成',
};

export const sheet = { printed: '打印时间 {{at}}', page: '长明 · 安全生产管理平台' };

export const reason = { label: '原因', hint: '会记入操作留痕' };

export const phone = {
  report: '报隐患',
  tasks: '我的任务',
  mine: '我的',
  back: '返回',
  posts: '所在单位',
  staffNo: '工号 {{no}}',
  offline: '没有网络',
};

/** 由后台生成的导出文件 */
export const orders = {
  title: '我的导出',
  ask: '由后台生成？',
  lead: '{{why}}。也可由后台生成 Excel，最多 50 万条，完成后提醒您，到“我的导出”下载，保留 7 天。',
  ok: '由后台生成',
  done: '已安排，完成后会提醒您。',
  heads: { name: '文件', rows: '条数', bytes: '大小', askedAt: '安排时间', keptUntil: '保留到', state: '状态' },
  states: { waiting: '正在生成', ready: '可下载', failed: '没有生成，请重新安排' } satisfies Record<DocumentState, string>,
  save: '下载',
  empty: '还没有由后台生成的文件',
};
