import type { Engagement, Post, WorkforceRefusal } from '@changming/domain/workforce';

export const refusals = {
  'workforce.person_not_found': '未找到此人，或他不在您的管辖范围内',
  'workforce.appointment_not_found': '未找到这项任职，或它不在您的管辖范围内',
  'workforce.absence_not_found': '未找到这次请假，或此人不在您的管辖范围内',
  'workforce.id_taken': '该编号已被使用',
  'workforce.identity_taken': '此证件号已登记，请联系集团劳安部',
  'workforce.staff_no_taken': '此工号已登记，请换一个或联系集团劳安部',
  'workforce.sex_contradicts': '性别与身份证号不符，请核对',
  'workforce.no_number': '“{name}”没有登记这个号码',
  'workforce.left': '“{name}”已于 {on} 离职',
  'workforce.not_left': '“{name}”在职，无需返岗',
  'workforce.future_date': '日期不能晚于今天',
  'workforce.before_hired': '日期不能早于 {on}（入职或离职日期）',
  'workforce.before_opening': '任职起始日不能早于单位设立日（{on}）',
  'workforce.unit_closed': '“{name}”已撤销，请选择其他单位',
  'workforce.ends_before_start': '结束日期必须晚于起始日（{from}）',
  'workforce.ended_already': '这项任职已于 {on} 结束',
  'workforce.overlaps': '此人在这段时间已担任这一职务',
  'workforce.point_needed': '请选择点位',
  'workforce.point_unwanted': '只有点位责任人才需要选择点位',
  'workforce.keeper_by_point': '点位责任人请在点位页指定，这里只登记代理',
  'workforce.point_not_kept': '该点位在此单位没有责任人，或它不在您的管辖范围内',
  'workforce.successor_needed': '还有 {count} 项未办结的事，请选择接手人',
  'workforce.successor_same': '接手人不能是本人',
  'workforce.ties_elsewhere': '此人在您的管辖范围外还有 {count} 项任职或未办结的事，请由上级单位办理',
} satisfies Record<WorkforceRefusal, string>;

export const posts = {
  firstResponsible: '第一责任人',
  unitHead: '单位负责人',
  safetyDirector: '安全总监',
  safetyOfficer: '安全员',
  workshopHead: '车间主任',
  teamLeader: '班组长',
  pointKeeper: '点位责任人',
  staff: '员工',
} satisfies Record<Post, string>;

export const engagements = {
  dispatched: '劳务派遣',
  rehired: '返聘',
  intern: '实习',
} satisfies Record<Engagement, string>;

export const sexes = { male: '男', female: '女' };

/** What lies in a person's hands, by the records it is about. */
export const duties = { hazards: '隐患整改' };
