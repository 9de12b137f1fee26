/** What the group has published, days ago. */
export const libraryTales = [
  {
    back: 140,
    kind: 'policy',
    title: '关于进一步加强班后断电断气管理的通知',
    mustRead: true,
    body: '各单位：\n一、下班前由班组长逐台确认设备断电、气源关闭，并扫码拍照。\n二、夜间值班人员对未确认的车间现场核实。\n三、连续两次未确认的，由单位负责人说明情况。',
  },
  {
    back: 118,
    kind: 'procedure',
    title: '充绒间粉尘清扫操作规程',
    mustRead: true,
    body: '1. 每班作业结束后停机、断电，挂“正在清扫”牌。\n2. 使用防爆吸尘设备自上而下清扫，严禁用压缩空气吹扫。\n3. 清出的绒毛装入密闭容器，当班运出。\n4. 清扫人员穿防静电工作服，不带火种。',
  },
  {
    back: 96,
    kind: 'procedure',
    title: '裁剪机安全操作规程',
    mustRead: false,
    body: '1. 开机前检查防护罩、急停按钮。\n2. 按布的手戴金属手套，不准戴线手套。\n3. 清理、换刀必须停机断电。\n4. 离开岗位必须关机。',
  },
  {
    back: 60,
    kind: 'accidentCase',
    title: '事故案例：通道堆货延误疏散',
    mustRead: true,
    body: '某制衣厂包装车间夜间起火。疏散通道堆满成品箱，员工用了近十分钟才撤到室外，两人吸入烟气受伤。\n教训：通道净宽不是摆设；班组长每班检查通道；出货高峰期要另找堆放场地。',
  },
  {
    back: 26,
    kind: 'film',
    title: '宣教片：初起火灾的前三分钟',
    mustRead: false,
    body: '观看后请在班前会上讨论：发现起火第一件事做什么，谁报警，谁切断电源，谁组织疏散。',
  },
] as const;
