/** What must be asked about the rows and cells of a ledger that may be read in more than one way. */
export const ledgerProblems = {
  date_needs_month: '“{text}”没有写月份，请选是哪一天',
  month_of_sheet: '“{sheet}”里的日期只写了几日，没有写月份。按工作表的名称或标题是 {month}，请确认',
  deadline_of_ten_days: '“{text}”没有写明是哪一天，已按这一旬的最后一天处理',
  deadline_year_unsure: '整改期限“{text}”在发现隐患时已经过去，请选是哪一年的',
  deadline_before_ten_days: '整改期限“{text}”可能是这一旬开始以前，也可能是这一旬以内，请选一个',
  deadline_day_or_days: '整改期限“{text}”可能是几号，也可能是几天，请选一个',
  funds_unit_unclear: '资金写的是“{text}”，与表头或标题写的单位（元、万元）对不上，请选是多少',
  funds_implausible: '资金“{text}”按表头的单位算，对一条隐患来说不像是真的，请选是多少',
  level_of_title: '表头上方写着“{text}”，这一行没有写等级，请选择是哪一级',
  responsible_elsewhere:
    '责任人“{text}”不在隐患所在的公司。集团里叫这个名字的只有别处的一个人，请确认是不是同一个人；不是就按原样导入，只留姓名',
  row_differs: '“{text}”与“{sheet}”第 {row} 行的单位、日期、描述都一样，有几处却写得不同，请选以哪一行为准；确实是两条就另外导入',
  hazard_differs: '系统里已有“{text}”，有几处与这份台账写得不同，请选择保留系统里的，还是按台账更新',
  row_taken: '按您的选择，不同的几处用了“{sheet}”第 {row} 行写的',
  hazard_tells_otherwise: '与系统里写得不同，没有改',
  state_or_void: '备注“{text}”说到作废、误报或撤销，不清楚说的是不是这条隐患，或与是否销号对不上，请选择',
  row_struck: '“{sheet}”里这几行有划掉的字。划掉的字也读进来了：按原样导入，或不导入',
  row_hidden: '“{sheet}”里这几行是隐藏的，也一起导入了，请核对',
  cell_comment: '批注：{text}',
  table_partly_understood:
    '“{sheet}”里不止一个表头：第 {header} 行的表头下面有没认出来的列（{columns}）。请在“怎样读这些表”里选这些列的含义；不要这些列，就按原样导入',
  table_not_understood:
    '“{sheet}”里不止一个表头：第 {header} 行的表头没有认出隐患描述和检查日期，下面的行读不了。请在“怎样读这些表”里选出是哪几列',
};
