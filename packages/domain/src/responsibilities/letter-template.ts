import type { Post } from '../workforce/index.ts';

/** 职务 as a letter calls them; headquarters may call them otherwise. */
export const letterPosts = {
  firstResponsible: '主要负责人（第一责任人）',
  unitHead: '单位负责人',
  safetyDirector: '安全总监',
  safetyOfficer: '安全管理人员',
  workshopHead: '车间主任',
  teamLeader: '班组长',
  pointKeeper: '点位责任人',
  staff: '员工',
} as const satisfies Record<Post, string>;

/** The text that headquarters begins with. 责任人员、责任范围、考核标准 as article 22 of the law asks for. */
export const letterTemplate = `{year}年度安全生产责任书

单　　位：{unit}
岗　　位：{post}
责 任 人：{person}
下 达 人：{issuer}（{issuerPost}）

为落实《中华人民共和国安全生产法》第二十二条规定的全员安全生产责任制，坚持党政同责、一岗双责、齐抓共管、失职追责，落实管行业必须管安全、管业务必须管安全、管生产经营必须管安全，签订本责任书。

一、责任范围
责任人对{unit}{post}岗位范围内的安全生产工作负责，期限为{year}年1月1日至{year}年12月31日；岗位变动的，自变动之日起重新签订。

二、安全生产职责（括号内为考核标准）
{duties}

三、考核
1．按照集团安全生产考核办法和上列考核标准考核，以系统记录的履职事实为依据。
2．未履行职责的，按照规定追究责任。

四、其他
本责任书应当于{signBy}前签订。责任人签订即表示已经阅读并同意全文。
`;
