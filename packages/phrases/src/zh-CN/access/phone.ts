import { ssoFailed } from './ways.ts';

/** Signing in on a shared phone. */
export const phone = {
  pairTitle: '共用手机',
  pairAsk: '把这台手机登记为共用手机？',
  pairLead: '登记后，本单位的人员在这里用工号和 PIN 登录。请只在单位的手机上这样做。',
  pairSubmit: '登记这台手机',
  pairNoCode: '请用这台手机扫描电脑上显示的配对码',
  paired: '已登记为“{{name}}”',
  pairedNext: '从现在起，在这台手机上用工号和 6 位 PIN 登录。PIN 在电脑上“登录安全”里设置。',
  pairToSignIn: '去登录',
  pinStaffNo: '工号',
  pin: 'PIN',
  pinHint: '6 位数字，在电脑上“登录安全”里设置',
  pinSubmit: '登录',
  byPassword: '用密码登录',
  byPin: '用 PIN 登录',
  ssoFailed,
  scanTitle: '扫码登录',
  scanAsk: '在这台手机上登录？',
  scanLead: '您将以电脑前那个人的身份登录。不是您本人，请不要继续。',
  scanSubmit: '登录',
  scanNoCode: '请扫描电脑上“登录设备”页里的登录码',
  enrolTitle: '请先在电脑上启用动态口令',
  enrolNext: '管理员账号启用动态口令后才能使用。请在电脑上登录并按提示启用，再回到这里。',
};
