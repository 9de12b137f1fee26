import { expect, test } from 'vitest';

import { isPhoneBrowser } from './browsers.ts';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const apple = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

test.each([
  [
    '华为 HarmonyOS 4',
    `Mozilla/5.0 (Linux; Android 12; HarmonyOS; ALN-AL80; HMSCore 6.13.0.322) ${webkit} Chrome/114.0.5735.196 HuaweiBrowser/15.0.4.312 Mobile Safari/537.36`,
  ],
  [
    '华为 HarmonyOS NEXT',
    `Mozilla/5.0 (Phone; OpenHarmony 5.0) ${webkit} Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile HuaweiBrowser/5.0.4.300`,
  ],
  [
    '华为 HarmonyOS 平板',
    `Mozilla/5.0 (Tablet; OpenHarmony 5.0) ${webkit} Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 HuaweiBrowser/5.0.4.300`,
  ],
  [
    '小米',
    `Mozilla/5.0 (Linux; U; Android 14; zh-cn; 23127PN0CC Build/UKQ1.230804.001) ${webkit} Version/4.0 Chrome/109.0.5414.118 Mobile Safari/537.36 XiaoMi/MiuiBrowser/18.6.30710`,
  ],
  ['iPhone', `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${apple} Version/17.5 Mobile/15E148 Safari/604.1`],
  [
    '微信 Android',
    `Mozilla/5.0 (Linux; Android 13; V2199A Build/TP1A.220624.014; wv) ${webkit} Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20240404 MicroMessenger/8.0.49.2600(0x2800313D) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64`,
  ],
  [
    '微信 iPhone',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 17_4_1 like Mac OS X) ${apple} Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/4G Language/zh_CN`,
  ],
  [
    '钉钉 Android',
    `Mozilla/5.0 (Linux; U; Android 12; zh-CN; M2102K1AC Build/SKQ1.211006.001) ${webkit} Version/4.0 Chrome/100.0.4896.58 UWS/5.12.6.0 Mobile Safari/537.36 AliApp(DingTalk/7.5.20) com.alibaba.android.rimet/39900000`,
  ],
  [
    '钉钉 iPhone',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X; zh-CN) ${apple} Mobile/20G75 AliApp(DingTalk/7.5.20) com.laiwang.DingTalk/39900000 Channel/201200`,
  ],
  [
    'UC',
    `Mozilla/5.0 (Linux; U; Android 11; zh-CN; PEGM00 Build/RKQ1.200903.002) ${webkit} Version/4.0 Chrome/100.0.4896.58 UCBrowser/15.5.2.1254 Mobile Safari/537.36`,
  ],
  [
    '夸克',
    `Mozilla/5.0 (Linux; U; Android 13; zh-CN; PHK110) ${webkit} Version/4.0 Chrome/100.0.4896.58 Quark/6.9.8.501 Mobile Safari/537.36`,
  ],
  [
    '企业微信',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) ${apple} Mobile/15E148 wxwork/4.1.22 MicroMessenger/7.0.1 Language/zh ColorScheme/Light`,
  ],
])('%s is a phone', (_, userAgent) => {
  expect(isPhoneBrowser({ userAgent, mobile: null })).toBe(true);
});

test.each([
  ['Windows · Chrome', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/126.0.0.0 Safari/537.36`],
  ['Windows · Edge', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`],
  ['360', `Mozilla/5.0 (Windows NT 10.0; WOW64) ${webkit} Chrome/86.0.4240.198 Safari/537.36 QIHU 360SE`],
  [
    'Windows · 微信',
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/107.0.0.0 Safari/537.36 NetType/WIFI MicroMessenger/7.0.20.1781(0x6700143B) WindowsWechat(0x63090a13) XWEB/9129 Flue`,
  ],
  [
    'Windows · 钉钉',
    `Mozilla/5.0 (Windows NT 10.0; WOW64) ${webkit} Chrome/91.0.4472.164 Safari/537.36 dingtalk-win/1.0.0 nw(0.14.7) DingTalk(7.5.20-Release.240506001)`,
  ],
  [
    'macOS · Safari, and the iPad that says the same',
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple} Version/17.5 Safari/605.1.15`,
  ],
  [
    'macOS · 微信',
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple} MacWechat/3.8.7(0x13080712) NetType/WIFI WindowsWechat MicroMessenger/6.8.0(0x16080000)`,
  ],
  ['统信 UOS', `Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/108.0.5359.125 Safari/537.36 UOS`],
  ['银河麒麟', 'Mozilla/5.0 (X11; Linux aarch64; rv:115.0) Gecko/20100101 Firefox/115.0'],
  ['鸿蒙电脑', `Mozilla/5.0 (PC; OpenHarmony 6.0) ${webkit} Chrome/132.0.0.0 Safari/537.36 ArkWeb/6.0.0.47 HuaweiBrowser/6.0.0.300`],
  ['a phone that asks for pages of computers', `Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/126.0.0.0 Safari/537.36 EdgA/126.0.0.0`],
  ['a program', 'curl/8.5.0'],
])('%s is a computer', (_, userAgent) => {
  expect(isPhoneBrowser({ userAgent, mobile: null })).toBe(false);
  expect(isPhoneBrowser({ userAgent, mobile: '?0' })).toBe(false);
});

test('a browser that says that it is on a phone is; one that says nothing is on a computer', () => {
  const android = `Mozilla/5.0 (Linux; Android 10; K) ${webkit} Chrome/126.0.0.0 Safari/537.36`;

  expect(isPhoneBrowser({ userAgent: 'Mozilla/5.0', mobile: '?1' })).toBe(true);
  expect(isPhoneBrowser({ userAgent: android, mobile: '?0' })).toBe(true);
  expect(isPhoneBrowser({ userAgent: null, mobile: null })).toBe(false);
});
