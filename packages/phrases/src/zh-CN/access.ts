import type { AccessRefusal, Kind, PasswordFault, Role } from '@changming/domain/access';

export const refusals = {
  'access.not_permitted': '您没有办理此事的权限',
  'access.not_signed_in': '请先登录',
  'access.wrong_credentials': '账号或密码不正确',
  'access.locked_out': '连续输错次数过多，账号已暂时锁定，请稍后再试或联系系统管理员',
  'access.too_many_attempts': '登录尝试过于频繁，请一分钟后再试',
  'access.code_required': '请输入动态口令',
  'access.wrong_code': '动态口令不正确',
  'access.must_change_password': '请先修改初始密码',
  'access.weak_password': '密码强度不够：至少 8 位，包含大写、小写、数字、符号中的三类，且不含账号',
  'access.password_reused': '不能使用最近用过的密码',
  'access.account_not_found': '未找到该账号',
  'access.account_exists': '此人已有账号',
  'access.account_disabled': '账号已停用，请联系系统管理员',
  'access.person_not_found': '未找到此人，或他不在您的管辖范围内',
  'access.session_not_found': '该登录已结束',
  'access.grant_not_found': '未找到该授权',
  'access.grant_ended': '该授权已结束',
  'access.mixed_powers': '系统管理员、安全管理员、审计管理员三权分立，不能与其他角色兼任',
  'access.kind_not_carried': '该角色没有这一类权限',
  'access.token_not_found': '未找到该令牌',
  'access.token_expired': '令牌已过期，请联系安全管理员更换',
  'access.token_too_long': '令牌有效期最长一年',
  'access.totp_already': '动态口令已启用',
  'access.totp_missing': '请先生成动态口令',
  'access.wrong_origin': '请求来源不正确，请从本系统页面操作',
  'access.own_grant': '不能给自己授权',
} satisfies Record<AccessRefusal, string>;

export const roles = {
  hqLeader: '集团领导',
  hqSafety: '集团劳安部',
  unitHead: '单位第一责任人',
  safetyOfficer: '安全员',
  workshopHead: '车间主任',
  teamLeader: '班组长',
  worker: '员工',
  contractor: '相关方联系人',
  analyst: '考核分析员',
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditAdmin: '审计管理员',
  clockwork: '系统时钟',
} satisfies Record<Role, string>;

export const kinds = { enter: '录入', analyse: '查看分析', approve: '审批' } satisfies Record<Kind, string>;

export const passwordFaults = {
  too_short: '太短',
  too_long: '太长',
  too_few_classes: '请混合使用大写、小写、数字、符号中的三类',
  contains_login: '不能包含账号',
  too_common: '过于常见',
} satisfies Record<PasswordFault, string>;
