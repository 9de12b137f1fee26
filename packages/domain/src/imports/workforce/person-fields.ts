import { dayWords, type Kind } from '../fields.ts';

export type PersonField =
  | 'number'
  | 'staffNo'
  | 'name'
  | 'sex'
  | 'identity'
  | 'phone'
  | 'company'
  | 'unit'
  | 'team'
  | 'post'
  | 'title'
  | 'engagement'
  | 'hiredOn'
  | 'leftOn'
  | 'certificateKind'
  | 'certificateNumber'
  | 'certificateValid'
  | 'certificateReview'
  | 'certificateIssuer'
  | 'remark';

const certificates = ['特种作业', '证书', '操作证', '资格证', '持证', '上岗证', '特种设备'] as const;

/** 人员花名册: one sheet per company, or one for all with a column that names the company. */
export const workforceKind: Kind<PersonField> = {
  name: 'workforce',
  numbering: ['number'],
  suffices: (found) => found.size >= 3 && found.has('name') && (found.has('staffNo') || found.has('identity') || found.has('unit')),
  fields: [
    { name: 'number', synonyms: ['序号', 'no', '行号', '序'] },
    {
      name: 'staffNo',
      synonyms: [
        'staff number',
        '工号',
        '员工编号',
        '职工编号',
        '人员编号',
        '员工号',
        '职工号',
        '人员编码',
        '员工编码',
        '员工工号',
        '职工工号',
      ],
    },
    { name: 'name', synonyms: ['name', '姓名', '员工姓名', '职工姓名', '人员姓名', '名字'] },
    { name: 'sex', synonyms: ['sex', '性别'] },
    {
      name: 'identity',
      synonyms: ['identity number', '身份证号', '身份证号码', '身份证', '公民身份号码', '证件号码', '证件号', '居民身份证号', '身份号码'],
    },
    {
      name: 'phone',
      synonyms: ['phone', '手机', '手机号', '手机号码', '联系电话', '电话', '联系方式', '移动电话', '本人电话', '电话号码'],
    },
    { name: 'company', synonyms: ['company', '公司', '所属公司', '公司名称', '所在公司', '二级单位', '子公司', '所属单位名称'] },
    {
      name: 'unit',
      synonyms: [
        'unit',
        '单位',
        '部门',
        '所在单位',
        '所属部门',
        '所在部门',
        '车间',
        '工作单位',
        '单位名称',
        '部门名称',
        '所属单位',
        '单位/部门',
        '部门/车间',
        '车间/部门',
      ],
    },
    { name: 'team', synonyms: ['team', '班组', '所在班组', '所属班组', '班次班组', '班组名称'] },
    { name: 'post', synonyms: ['post', '岗位', '工种', '岗位名称', '岗位工种', '岗位/工种', '工作岗位', '从事岗位'] },
    { name: 'title', synonyms: ['title', '职务', '职位', '行政职务', '职务名称', '职称职务'] },
    { name: 'engagement', synonyms: ['engagement', '用工性质', '用工形式', '用工类型', '人员性质', '人员类别', '员工类型'] },
    {
      name: 'hiredOn',
      synonyms: dayWords('hired on', '入职日期', '进厂日期', '到岗日期', '上岗日期', '参加工作时间', '入司日期', '进公司时间', '入厂日期'),
    },
    { name: 'leftOn', synonyms: dayWords('left on', '离职日期', '离厂日期', '退休日期', '调出日期', '离司日期') },
    {
      name: 'certificateKind',
      synonyms: [
        'certificate',
        '特种作业证类别',
        '证书类别',
        '证书名称',
        '操作证类别',
        '作业类别',
        '资格证名称',
        '持证类别',
        '特种作业证',
        '证件名称',
      ],
      below: { under: certificates, words: ['类别', '名称', '种类', '项目', '作业类别', '工种'] },
    },
    {
      name: 'certificateNumber',
      synonyms: ['certificate number', '证书编号', '证书号', '操作证号', '特种作业证号', '资格证号', '特种作业证编号', '操作证编号'],
      below: { under: certificates, words: ['证号', '编号', '号码', '证书编号', '证书号'] },
    },
    {
      name: 'certificateValid',
      synonyms: [
        'certificate valid until',
        '证书有效期',
        '操作证有效期',
        '特种作业证有效期',
        '有效期至',
        '有效期',
        '有效期限',
        '证书到期日',
      ],
      below: { under: certificates, words: ['有效期', '有效期至', '有效期限', '到期日', '到期日期', '有效日期'] },
    },
    {
      name: 'certificateReview',
      synonyms: dayWords('review on', '复审日期', '应复审日期', '下次复审日期', '操作证复审日期'),
      below: { under: certificates, words: ['复审', '复审日期', '复审时间', '应复审日期', '下次复审'] },
    },
    {
      name: 'certificateIssuer',
      synonyms: ['issued by', '发证机关', '发证单位', '发证部门', '签发机关', '签发单位', '颁发机关', '发证机构'],
      below: { under: certificates, words: ['发证机关', '发证单位', '发证部门', '签发机关', '发证机构'] },
    },
    { name: 'remark', synonyms: ['remark', '备注', '说明', '附注'] },
  ],
};

/** A field whose 同上 takes the value of the row above. What is a person's own is never taken from another. */
export const sharedFields: ReadonlySet<PersonField> = new Set(['company', 'unit', 'team', 'post', 'title', 'engagement', 'hiredOn']);
export const ownFields: readonly PersonField[] = ['staffNo', 'name', 'identity', 'phone'];
