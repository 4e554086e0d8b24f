/*
 * What made-up laws are made of (`make-laws.ts`). Written by hand in the manner of laws, regulations
 * and judicial interpretations, and taken from none. `{name}` stands for a word of that kind.
 */

const words = (text: string) => text.trim().split(/\s+/);

/** Fields of law, each with the things it deals with. */
export const TOPICS: readonly { name: string; things: readonly string[] }[] = [
  {
    name: '生态环境',
    things: words(
      '湿地 饮用水水源 大气污染物 噪声 扬尘 固体废物 危险废物 排污口 生态红线 自然保护地 野生动物 古树名木 河道 湖泊 海岸带 土壤 放射源 碳排放 机动车尾气 秸秆 餐饮油烟 污水 再生水 地下水 生物多样性 环境监测数据 尾矿库',
    ),
  },
  {
    name: '自然资源',
    things: words(
      '矿产资源 建设用地 耕地 永久基本农田 林地 草原 海域 无居民海岛 不动产权证书 宅基地 采矿权 探矿权 地质遗迹 测绘成果 地名 国土空间规划 土地复垦 水资源 取水口 砂石 地图 界线 林木 采伐限额',
    ),
  },
  {
    name: '城乡建设',
    things: words(
      '房屋 物业 业主大会 住宅专项维修资金 建筑垃圾 户外广告 停车场 市政设施 道路照明 燃气管道 供水管网 供热设施 历史建筑 传统村落 绿地 公园 地下管廊 工程质量 招标文件 施工许可证 违法建筑 无障碍设施 电梯 城市桥梁 窨井盖',
    ),
  },
  {
    name: '交通运输',
    things: words(
      '公路 航道 港口 船舶 机动车 非机动车 出租汽车 轨道交通 客运站 货运车辆 超限运输 桥梁 隧道 渡口 铁路线路 民用机场 净空区域 驾驶证 号牌 快件 邮政设施 公共汽车 电动自行车 检验合格标志 救生设备',
    ),
  },
  {
    name: '农业农村',
    things: words(
      '种子 农药 肥料 兽药 饲料 动物防疫 农产品 渔业资源 养殖水面 农业机械 水利工程 灌溉渠道 集体经济组织 承包地 农村公路 粮食储备 蔬菜基地 植物检疫 畜禽粪污 品种权 休渔期 乡村建设 农民专业合作社 水土流失',
    ),
  },
  {
    name: '教育科技',
    things: words(
      '学校 学位 教师 学前教育 职业教育 校车 教材 学生 科技成果 实验室 技术合同 专利 商业秘密 数据 网络运营者 个人信息 科普场馆 知识产权 学历证书 民办学校 奖学金 电信设施 无线电频率 密码 人工智能',
    ),
  },
  {
    name: '文化旅游',
    things: words(
      '文物 博物馆 非物质文化遗产 传承人 图书馆 档案 广播电视设施 电影 出版物 娱乐场所 旅行社 导游 旅游景区 名泉 古城 石刻 遗址 民族村寨 体育场馆 演出 考古发掘 馆藏 名胜区 碑刻 全民健身',
    ),
  },
  {
    name: '卫生健康',
    things: words(
      '医疗机构 传染病 疫苗 药品 医疗器械 血液 执业医师 护士 中医 病历 医疗纠纷 职业病 母婴设施 消毒产品 托育机构 急救站 精神障碍 麻醉药品 病原微生物 公共场所 爱国卫生 控制吸烟 器官 献血者 院前急救',
    ),
  },
  {
    name: '社会保障',
    things: words(
      '养老保险 失业人员 工伤职工 最低生活保障 残疾人 未成年人 老年人 妇女 退役军人 烈士 劳动合同 集体合同 工资 劳务派遣 养老机构 慈善组织 志愿者 社会救助 住房公积金 福利彩票 殡葬 婚姻登记 收养 人事争议 就业服务',
    ),
  },
  {
    name: '市场监管',
    things: words(
      '食品 食品添加剂 商标 广告 价格 计量器具 特种设备 认证 网络交易 电子商务 消费者 经营者 标准 营业执照 企业名称 合同示范文本 烟草 盐业 直销 传销 反垄断 格式条款 缺陷产品 化妆品 餐饮服务',
    ),
  },
  {
    name: '财政金融',
    things: words(
      '预算 决算 国债 税款 发票 关税 审计 国有资产 政府采购 会计凭证 银行 存款 贷款 证券 期货 基金 保险 票据 外汇 征信 地方债务 彩票 非税收入 绿色金融 融资担保 洗钱',
    ),
  },
  {
    name: '司法审判',
    things: words(
      '名誉权 侵权 合同 抵押 破产 公司 继承 离婚 仲裁 执行 财产保全 证据 鉴定 管辖 上诉 再审 减刑 假释 缓刑 诈骗 盗窃 贪污 贿赂 走私 毒品 枪支 赔偿 陪审员 律师 公证',
    ),
  },
];

/** Words by kind; the words of a kind may name other kinds. */
export const WORDS: Readonly<Record<string, readonly string[]>> = {
  organ: words(
    '县级以上人民政府 市人民政府 乡镇人民政府 街道办事处 {topic}主管部门 公安机关 人民法院 人民检察院 司法行政部门 财政部门 发展改革部门 {topic}行政部门 市场监督管理部门 应急管理部门 税务机关 审计机关 海关 登记机关 综合执法机构 监督管理机构 村民委员会 居民委员会 行业协会 国务院有关部门 省级人民政府 {place}人民政府 {coined}管理委员会 {thing}管理机构 {coined}办公室 民政部门 教育行政部门 卫生健康部门 交通运输部门 水行政主管部门 自然资源部门',
  ),
  person: words(
    '单位和个人 当事人 申请人 经营者 所有权人 使用人 建设单位 施工单位 生产企业 从业人员 负责人 直接责任人员 委托人 代理人 利害关系人 法定代表人 {thing}经营者 {thing}管理人 {coined}人员 投资人 被告人 原告 债务人 受害人 监护人 运营单位 {thing}使用单位 用人单位 举报人 评审专家 {coined}企业 承运人 受让人 持有人',
  ),
  act: words(
    '制定 组织 编制 公布 核定 检查 指导 协调 监督 登记 审查 批准 备案 评估 统计 监测 保存 修复 改造 维护 更新 划定 设置 拆除 迁移 变更 注销 撤销 查处 收缴 扣押 鉴定 检验 抽查 公示 告知 受理 移送 调解 转让 出租 抵押 申报 采集 处置 运输 储存 销售 收购 使用 推广 扶持 奖励 补偿 安置 征收 清理 整治 巡查 警示 培训 考核 聘任 选派 {coined}',
  ),
  manner: words(
    '及时 依法 定期 统一 逐级 如实 书面 公开 无偿 分类 优先 严格 按照规定 会同有关部门 根据需要 在职责范围内 自行或者委托他人 以适当方式 按照{thing}的要求 通过{coined}平台 结合{coined}实际 不定期 在{number}日内 逐步 重点 综合 事先',
  ),
  object: words(
    '方案 目录 标准 档案 台账 名录 制度 机制 措施 计划 设施 标志 资料 合同 协议 报告 证书 通知书 清单 经费 场所 设备 材料 样品 图纸 记录 结果 意见 预案 系统 公告 账簿 项目 责任书 边界 期限 费用 比例 数量 条件 程序 {coined}',
  ),
  aim: words(
    '保障{thing}安全 维护{person}合法权益 防止{thing}受到损害 方便{person}查询 提高{thing}利用效率 减少对{thing}的影响 促进{topic}事业发展 确保{object}真实完整 避免{coined}重复 适应{coined}的需要 满足{thing}管理要求 鼓励{person}参与{thing}保护 落实{object}责任 消除{coined}隐患 防范{thing}风险',
  ),
  condition: words(
    '因{thing}确需{act}的 {person}未{act}{object}的 {act}{thing}超过{number}日的 {thing}不符合{object}要求的 在{place}范围内{act}{thing}的 有证据证明{thing}存在{coined}的 {person}对{object}有异议的 发现{thing}有{coined}情形的 需要临时{act}{thing}的 经{organ}同意{act}的 {thing}{act}后仍不能{act}的 双方对{thing}没有约定的 {coined}发生变化的 属于{topic}{thing}的 涉及{thing}和{thing}的 以{coined}方式{act}{thing}的',
  ),
  penalty: words(
    '处{fine}罚款 没收违法所得 责令停业整顿 吊销许可证 处{term}有期徒刑 给予警告 责令限期{act} 暂扣{thing} 依法给予处分 并处{fine}罚款 责令{act}{thing} 处拘役或者管制 列入严重失信名单 由{organ}予以{act}',
  ),
  fine: words(
    '五百元以上五千元以下 一千元以上一万元以下 五千元以上三万元以下 一万元以上五万元以下 二万元以上十万元以下 五万元以上二十万元以下 十万元以上五十万元以下 违法所得一倍以上三倍以下 货值金额五倍以上十倍以下 每平方米{number}元',
  ),
  term: words('三年以下 三年以上七年以下 五年以下 五年以上十年以下 七年以上 一年以下 二年以下'),
  /** What may follow the number of an article, as whole sentences. */
  sentence: words(
    `{organ}应当{manner}{act}{thing}{object}，{aim}。
    {organ}负责{thing}的{act}和{act}，{organ}依照各自职责做好{thing}相关工作。
    {person}应当{manner}向{organ}{act}{object}，并提供{thing}{object}和{coined}{object}。
    {condition}，{person}应当在{number}日内向{organ}提出申请；{organ}应当自收到申请之日起{number}日内作出决定。
    {condition}，由{organ}{penalty}；情节严重的，{penalty}。
    {organ}{act}{thing}，应当{manner}听取{person}的意见，{aim}。
    {thing}的{object}由{organ}会同{organ}{act}，报{organ}{act}后实施。
    未经{organ}{act}，{person}不得{act}{thing}或者{act}{coined}{object}。
    {person}有权{act}{thing}，并可以要求{organ}{act}{object}。
    {condition}，可以{manner}{act}；{condition}，不得{act}。
    {organ}应当建立{thing}{object}{object}，{manner}{act}{coined}，{aim}。
    {person}依照{article}的规定{act}{thing}的，{organ}应当{manner}{act}。
    {thing}、{coined}和{thing}的{act}，适用《{law}》的规定。
    {organ}可以{manner}{act}{thing}；{condition}，应当{act}{object}，{aim}。
    鼓励{person}{act}{thing}，支持{organ}与{person}开展{coined}合作，{aim}。
    {organ}的工作人员{act}{thing}时，应当出示{object}，并{manner}{act}{coined}{object}。
    以{coined}为名{act}{thing}，{condition}，依照{article}处罚。
    {place}的{thing}{object}，由{organ}按照{coined}、{coined}和{thing}的情况{act}。
    {person}{act}{thing}所需{object}，由{organ}{manner}{act}，{person}应当予以配合。
    {thing}{object}应当载明{coined}、{thing}{object}以及{person}的{object}。
    违反{article}规定，{person}{act}{thing}的，{penalty}，{penalty}。
    对{thing}造成损害的，{person}应当承担{act}责任；{condition}，{organ}可以{manner}{act}。
    {organ}{manner}{act}的{object}，作为{act}{thing}的依据；与{coined}不一致的，以{object}为准。
    {person}不服{organ}作出的{act}决定的，可以自收到{object}之日起{number}日内申请{act}。
    {coined}、{coined}的{thing}，其{object}不得低于{coined}标准，并应当{manner}{act}。`,
  ),
  /** What introduces a list. */
  lead: words(
    `有下列情形之一的，{organ}应当{act}{thing}：
    {person}{act}{thing}，应当具备下列条件：
    {organ}在{thing}工作中履行下列职责：
    禁止在{thing}范围内从事下列活动：
    {person}申请{act}{thing}，应当向{organ}提交下列材料：
    {thing}{object}应当包括下列内容：
    违反本{kind}规定，有下列行为之一的，由{organ}{penalty}：
    {person}{act}{thing}时，享有下列权利：
    具有下列情形之一的，应当认定为{article}规定的“{coined}{thing}”：
    {organ}{act}{thing}，可以采取下列措施：`,
  ),
  item: words(
    `{act}{thing}{object}
    {manner}{act}{thing}，{aim}
    {thing}的{coined}、{object}和{object}
    {condition}
    {person}的{coined}证明和{object}
    擅自{act}{thing}或者{act}{coined}的
    有与{thing}相适应的{coined}{object}
    {act}{coined}，影响{thing}{act}的
    向{organ}{act}{thing}{object}
    {coined}{object}
    以{coined}手段{act}{object}的
    对{thing}进行{act}、{act}
    {number}年内两次{act}{thing}的`,
  ),
  lastItem: words(
    `法律、法规规定的其他情形
    其他依法应当{act}的{thing}
    {organ}规定的其他{object}
    法律、行政法规规定的其他条件
    其他{act}{thing}的行为`,
  ),
  chapter: words(
    '规划与建设 保护与管理 {thing}管理 {thing}保护 {act}与{act} 监督检查 服务与保障 {coined}管理 {thing}{act} 权利和义务 {thing}的{act} 促进措施 应急处置 {coined}和{coined}',
  ),
  /** Articles and paragraphs that hundreds of laws share, word for word. */
  boilerplate: words(
    `国家机关工作人员在履行职责中玩忽职守、滥用职权、徇私舞弊的，依法给予处分；构成犯罪的，依法追究刑事责任。
    违反本规定的行为，法律、行政法规已经规定处罚的，从其规定；造成他人损失的，依法承担民事责任。
    任何单位和个人都有权对违法行为进行投诉和举报，接到投诉和举报的部门应当及时核实处理，并为举报人保密。
    各级人民政府应当加强宣传教育，普及有关法律知识，增强全社会的守法意识和责任意识。
    新闻媒体应当开展公益宣传，对违反法律、法规的行为进行舆论监督。
    对在工作中做出显著成绩的单位和个人，按照国家和省有关规定给予表彰和奖励。
    阻碍国家工作人员依法执行职务，构成违反治安管理行为的，由公安机关依法给予治安管理处罚；构成犯罪的，依法追究刑事责任。
    县级以上人民政府应当将所需经费列入本级财政预算，并随经济社会发展相应增加投入。
    本章规定的行政处罚，由主管部门委托的综合执法机构在其职责范围内实施，法律另有规定的除外。
    当事人对行政处罚决定不服的，可以依法申请行政复议或者向人民法院提起行政诉讼；逾期不申请复议、不起诉又不履行的，申请人民法院强制执行。
    监督检查人员进行监督检查时不得少于两人，并应当主动出示执法证件，被检查的单位和个人应当如实提供情况和资料。
    有关部门应当建立信息共享和执法协作机制，发现不属于本部门职责的事项，应当及时移送有权处理的部门。
    本规定所称的以上、以下、以内，包括本数；所称的不满、超过，不包括本数。
    民族自治地方可以根据本地实际制定变通规定或者补充规定，依照法定程序报请批准后施行。
    突发事件发生后，有关单位应当立即启动应急预案，采取措施控制事态，并按照规定报告情况。
    应当建立健全信用管理制度，将违法信息依法记入信用档案，并向社会公布。
    鼓励和引导社会资本、社会组织参与有关设施的建设、运营和服务。
    主管部门应当公布举报电话、通信地址和电子邮箱，受理社会公众的咨询和投诉。`,
  ),
};
