export const dutyKinds = {
  mainPerson: '主要负责人职责',
  safetyBody: '安全管理职责',
  onePost: '一岗双责',
  threeMusts: '三管三必须',
  lead: '五带头',
};

export const periods = {
  always: '常态',
  shift: '每班',
  day: '每天',
  week: '每周',
  month: '每月',
  quarter: '每季度',
  half: '每半年',
  year: '每年',
};

export const leads = {
  LEAD_MAJOR_HAZARD: '重大事故隐患排查整治',
  LEAD_RESPONSIBILITY: '落实全员岗位责任',
  LEAD_HOT_WORK: '危险作业排查整治',
  LEAD_OUTSOURCING: '外包外租排查整治',
  LEAD_DRILL: '应急救援演练',
};

export const awaited = {
  drills: '应急演练',
  meetings: '会议',
  investment: '安全投入',
  standardisation: '标准化自评',
  permits: '作业票',
  contractors: '相关方',
  documents: '制度文件',
};

export const states = {
  open: '待履职',
  overdue: '已超期',
  done: '按期完成',
  late: '逾期完成',
  missed: '未完成',
  waived: '免做',
};

export const waivers = { left: '期内离任', away: '全期请假' };

export const letterStates = {
  draft: '待下达',
  issued: '待签订',
  signed: '已签订',
  assessed: '已考核',
  superseded: '已被替换',
  expired: '已失效',
};

export const letterCauses = { campaign: '年度签订', joined: '入职', moved: '岗位变动' };
export const endings = { moved: '岗位变动', left: '离职', yearOver: '年度结束' };
export const verdicts = { met: '合格', partly: '基本合格', unmet: '不合格' };
export const campaignStates = { draft: '筹备', open: '签订中', closed: '已结束' };
