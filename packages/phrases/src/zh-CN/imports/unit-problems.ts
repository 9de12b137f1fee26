/** What can be wrong with a row of 组织机构, and with the unit that any row names. */
export const unitProblems = {
  unit_missing: '没有写单位，请选一个',
  unit_unmatched: '没有叫“{text}”的单位，请选对应的单位，或改正写法',
  unit_ambiguous: '叫“{text}”的单位不止一个，请选一个',
  unit_name_missing: '没有单位名称',
  unit_kind_unknown: '从“{text}”看不出单位类型，请选一个',
  unit_kind_below: '“{text}”这类单位不能设在它的上级之下，请核对上级或选择单位类型',
  unit_level_gap: '中间少了一级单位，请补上它的上级',
  unit_twice: '单位“{text}”出现了不止一次，内容不同，请确认用哪一行',
  unit_differs: '系统里已有“{text}”，但{column}不同：文件是“{file}”，系统里是“{known}”，请选择保留原样还是按文件更新',
  unit_renamed:
    '代码“{text}”的单位，{column}不同：文件是“{file}”，系统里是“{known}”。改了名就按文件更新，从文件的生效日期起更名；没有改名就保留系统里的；是另一个单位就把代码改成它自己的，或留空',
  unit_code_shared: '单位代码“{text}”被不止一行使用，请核对',
  unit_code_unreadable: '“{text}”不能作单位代码，代码只能用字母、数字、点和短横线',
  unit_parent_unknown: '没有叫“{text}”的上级单位，请选对应的单位，或改正写法',
  unit_parent_unmatched: '找不到“{text}”的上级单位，请选一个',
  unit_parent_ambiguous: '叫“{text}”的上级单位不止一个，请选一个',
  unit_parent_pending: '“{text}”的上级单位还没有定下来，定下来后再导入',
  unit_parent_circle: '“{text}”的上级绕了一圈又回到自己，请核对上级单位',
  contractors_or_tenants: '“外包外租”是一列，已同时记为有外包和有外租，请核对',
  province_unknown: '没有“{text}”这个省份，请选一个，或填写省、自治区、直辖市、特别行政区的名称，或留空',
  industry_unknown: '“{text}”不是国民经济行业代码（GB/T 4754），请选一个，或填写如“C1811”的代码，或留空',
  dust_unassessed: '粉尘涉爆须经专家评估认定：文件没有写评估，先不记为粉尘涉爆。请写明评估的单位或专家、日期和报告编号，或留空',
  dust_unmarked: '写了粉尘涉爆的评估“{text}”，但这一行没有标粉尘涉爆：没有记，请核对',
  fire_key_unit_proposed:
    '服装、制鞋等劳动密集型企业属于消防安全重点单位（公安部令第61号第十三条），文件没有标；以当地认定为准，确认后记为消防安全重点单位',
  crowded_place_proposed:
    '劳动密集型企业的生产加工车间和员工集体宿舍属于人员密集场所（消防法第七十三条），文件没有标；确认后记为人员密集场所',
  leader_unknown: '花名册里没有“{text}”：单位照常导入，名字只随导入保存。花名册导入后再导入一次这张表，或在单位页任命第一责任人',
  leader_unsure: '第一责任人“{text}”是哪一位？同名的不止一人，或不在这个公司。选定后即任命，不选就先不任命',
  leader_differs: '文件写的第一责任人是“{text}”，现任是“{known}”：没有改，要换人请在单位页办理',
  leader_barred: '您没有在这个单位任命人员的权限，第一责任人“{text}”没有记，名字随导入保存',
  unit_code_taken: '单位代码“{text}”已属于“{other}”，请改正，或留空',
  unit_code_of_closed: '单位代码“{text}”属于已撤销的“{other}”，撤销后不再给别的单位用，请换一个，或留空',
  unit_code_pending: '单位代码“{text}”现在是“{other}”的，文件里它换代码的那一行还没有定下来，定下来后再导入',
  unit_too_deep: '“{text}”之上已有太多级：单位最多 {most} 级，请把它放到更高的上级之下，或减少中间的级',
  unit_day_after_today: '“{text}”：文件的生效日期 {day} 晚于今天，单位不能从以后的日期起设立或调整。请换一个文件，把生效日期改成今天或更早',
  unit_day_before_change: '“{text}”：文件的生效日期 {day} 早于这个单位上一次调整的日期 {last}。请换一个文件，把生效日期改成 {last} 或更晚',
  unit_create_barred:
    '导入人的范围里没有“{text}”。新设单位的权限在集团劳安部，导入人没有，这一行不导入：请集团劳安部打开这个批次确认，或在“组织机构”页新设',
  unit_reorganise_barred:
    '“{text}”的{column}：文件是“{file}”，系统里是“{known}”。调整单位的权限在集团劳安部，导入人没有，这一行不导入：请集团劳安部打开这个批次确认，或把这几格留空后重新上传',
  unit_edit_barred:
    '“{text}”的{column}：文件是“{file}”，系统里是“{known}”。修改单位概况的权限在集团劳安部和这个单位的安全员，导入人没有，这一行不导入：请他们打开这个批次确认，或把这几格留空后重新上传',
  unit_kind_over_child: '“{text}”之下有“{other}”，这类单位之下不能设，请先调整下级，或核对单位类型',
};
