"""How the words in the names of bodies are rendered one at a time, as machines do it.

What is said in katakana is told by its sound and not listed here.
"""

from __future__ import annotations

_TABLE = """
academy アカデミー 学院 学士院 学会 | accident 事故 | accord 協定 合意 | accords 協定 合意
accountability 責任 説明責任 | accounting 会計 | acquisition 取得 調達 買収 | act 法 法律
action 行動 | administration 局 庁 管理局 行政 | advanced 先進 先端 高度 | adviser 顧問
advisor 顧問 | advisory 諮問 顧問 | aeronautics 航空 | aerospace 航空宇宙
affairs 問題 事務 省 関係 業務 | african アフリカ | agency 庁 局 機関 代理店 | aging 老化 高齢化
agreement 協定 合意 | agricultural 農業 | agriculture 農業 農務 | aid 援助 支援
air 航空 空気 大気 | airlines 航空 | alliance 同盟 連盟 連合 | ambassador 大使
american 米国 アメリカ | analysis 分析 解析 | annual 年次 | antitrust 独占禁止 反トラスト
army 陸軍 | artificial 人工 | artificial-intelligence 人工知能 | asia アジア | asian アジア
assembly 議会 総会 | asset 資産 | assistance 支援 援助 | assistant 次官補 補佐 アシスタント
association 協会 連合会 連合 | atomic 原子力 原子 | atomic-energy 原子力 | attorney 検事 弁護士
audit 監査 会計検査 | authority 庁 当局 機関 公社 | automotive 自動車 | aviation 航空
ballistic 弾道 | ban 禁止 | bank 銀行 | bay 湾 | bilateral 二国間 両国間
biological 生物 生物学 生物学的 | board 委員会 理事会 会 評議会 | bond 債券 | border 国境
brigade 旅団 | broadcasting 放送 | budget 予算 | building 建築 建設 | bureau 局
business 事業 ビジネス 企業 商業 | cabinet 内閣 | cancer がん | capital 資本 首都
center センター 中心 | central 中央 | certification 認証 | chamber 会議所 商工会議所
charter 憲章 | chemical 化学 | chemicals 化学 | chief 長 最高 主任
children 子ども 子供 こども 児童 | city 市 都市 | civil 民間 市民 文民 | civil-aviation 民間航空
clean 清潔 | climate 気候 | climate-change 気候変動 | coalition 連合 連立 | coast 沿岸 海岸
college 大学 | command 司令部 軍 指揮 | commerce 商業 商務 通商 商工 | commercial 商業
commission 委員会 | committee 委員会 | commodity 商品 | communication 通信 コミュニケーション
communications 通信 | community 共同体 地域社会 | company 会社 株式会社 | competition 競争
competitiveness 競争力 | compliance 順守 遵守 | comprehensive 包括的 包括 総合 | conference 会議
congress 議会 会議 | constitution 憲法 | construction 建設 工事 | consumer 消費者
control 管理 制御 統制 | convention 条約 協約 | cooperation 協力 | coordination 調整
corporation 株式会社 会社 公社 法人 | corps 軍団 隊 | council 評議会 理事会 会議 協議会 審議会
counterterrorism テロ対策 | court 裁判所 法廷 | credit 信用 | crime 犯罪 | criminal 刑事 犯罪
crisis 危機 | critical 重要 | cross 十字 十字社 | cultural 文化 | culture 文化
customs 税関 関税 | cyberspace サイバー空間 | declaration 宣言 | defence 防衛 国防
defense 防衛 国防 | democracy 民主主義 | democratic 民主 民主的 | department 省 部 局 部門
deputy 副 代理 次席 次官 | development 開発 発展 | dialogue 対話 | diet 国会 | digital 電子
diplomacy 外交 | director 局長 部長 長官 | directorate 局 総局 | disaster 災害
disease 疾病 病気 | disease-control 疾病管理 疾病対策 | district 地区 地方
division 部 部門 課 師団 | drug 薬 薬物 医薬品 | earth 地球 | east 東 東部 | economic 経済
economy 経済 | education 教育 | election 選挙 | elections 選挙 | electric 電気 電機 電力
electrical 電気 電機 | electron 電子 | electronics 電子 電子工業 | emergency 緊急 非常
emerging 新興 | employment 雇用 | energy 電力 | engineering 工学 工業 技術
engineers 技術者 工兵 | enterprise 企業 | environment 環境 | environmental 環境
equipment 設備 機器 | estate 不動産 地所 | european 欧州 ヨーロッパ | evaluation 評価
exchange 取引所 交換 交流 為替 | executive 執行 行政 | exercise 演習 訓練
exploration 探査 探検 | export 輸出 | facility 施設 設備 | fair 公正 公平 | families 家族 家庭
family 家族 | federal 連邦 | federation 連盟 連合会 連邦 | fellowship 奨学金 | finance 財務 金融
financial 金融 財務 財政 | fire 火災 消防 | fiscal 財政 | fisheries 漁業 水産 | fleet 艦隊
flight 飛行 | food 食品 食糧 食料 | force 軍 部隊 力 | forces 軍 部隊 | foreign 外国 外務 対外
foreign-affairs 外務 外交 | forest 森林 | forestry 林業 | forum 会議 | foundation 財団 基金
framework 枠組み 枠組 | free 自由 | freedom 自由 | fund 基金 | future 未来 将来
general 総 一般 総合 | general-assembly 総会 | geological 地質 | glass 硝子
global 世界 国際 地球規模 | governance 統治 | government 政府 | governor 知事 総裁
ground 地上 陸上 | group 集団 | growth 成長 | guard 警備 警備隊 | health 保健 健康 衛生 医療
heavy 重 | heritage 遺産 | high 高 高等 | highway 高速道路 幹線道路 | history 歴史
holdings 持株会社 | homeland 国土 本土 祖国 | hospital 病院 | house 家 院 下院 | housing 住宅
human 人間 人的 | human-resources 人材 人的資源 | human-rights 人権 | humanitarian 人道 人道的
immigration 移民 入国管理 | import 輸入 | industrial 工業 産業 | industries 工業 産業
industry 工業 産業 | infantry 歩兵 | information 情報 | infrastructure 社会基盤 インフラ
initiative 構想 | innovation 革新 技術革新 | inspection 検査 監査 | inspector 監察官 検査官
institute 研究所 機構 協会 学院 | institution 機関 協会 | insurance 保険 | integrated 統合 総合
intellectual 知的 | intellectual-property 知的財産 知的財産権 | intelligence 情報 諜報 知能
interior 内務 | internal 内部 国内 内国 | internal-affairs 内務 | international 国際
investigation 捜査 調査 | investment 投資 | island 島 | islands 諸島 | japan 日本
japanese 日本 | joint 共同 統合 合同 | judicial 司法 | justice 司法 正義 法務 | knowledge 知識
labor 労働 | laboratories 研究所 | laboratory 研究所 実験室 | labour 労働 | land 土地 国土 陸
language 言語 | law 法 法律 | leadership 指導者 | league 連盟 | legal 法的 法律 | library 図書館
life 生命 | loan 融資 貸付 | logistics 後方支援 兵站 物流 | machine 機械 | machinery 機械
management 管理 経営 運営 | manufacturing 製造 | marine 海洋 海上 | maritime 海事 海洋 海上
market 市場 | materials 材料 | medical 医療 医学 | medicine 医学 | memorial 記念 | metal 金属
meteorological 気象 | metropolitan 首都 都市 大都市 | military 軍事 軍 | minerals 鉱物
mining 鉱業 鉱山 採掘 | minister 大臣 相 | ministry 省 | missile 誘導弾 | mission 任務 使節団
mobility 移動 | monetary 通貨 貨幣 金融 | monitoring 監視 | motor 自動車 発動機
motors 自動車 発動機 | museum 博物館 美術館 | mutual 相互 | narcotics 麻薬
national 国立 国家 全国 国民 全米 | nations 国 諸国 国家 | natural 自然 天然 | naval 海軍
navy 海軍 | network 網 | new 新 | newspaper 新聞 | nippon 日本 | north 北 | nuclear 核 原子力
observatory 天文台 観測所 | ocean 海洋 | office 事務所 局 室 官房 | officer 責任者 | oil 石油
open 開放 | operation 作戦 | operations 作戦 運用 | organ 機関
organisation 機関 機構 組織 団体 | organization 機関 機構 組織 団体 | overseas 海外
pacific 太平洋 | pact 協定 条約 | paper 製紙 紙 | parliament 議会 国会 | partnership 提携
party 党 政党 | patent 特許 | payment 支払い 決済 | peace 平和 和平 | pension 年金
people 人民 国民 | permanent 常設 恒久 | personnel 人事 | pharmaceutical 製薬 医薬品 薬品
physics 物理学 物理 | plan 計画 | planning 計画 企画 | polar 極地 極 | police 警察 | policy 政策
political 政治 | port 港 港湾 | post 郵便 | postal 郵便 | power 電力
president 大統領 社長 総裁 会長 | prevention 予防 防止 | price 価格 物価
prime-minister 首相 総理大臣 | privacy 個人情報 | private 民間 | procurement 調達
production 生産 | program 計画 | programme 計画 | project 計画 | promotion 促進 推進 振興
property 財産 | prosecutor 検察官 | protection 保護 | protocol 議定書 | public 公共 公衆 公的 公
public-health 公衆衛生 | radio 無線 | rail 鉄道 | railroad 鉄道 | railway 鉄道 | railways 鉄道
reactor 原子炉 炉 | reconnaissance 偵察 | reconstruction 復興 再建 | red 赤
reduction 削減 縮小 | reform 改革 | refugee 難民 | refugees 難民 | regional 地域
regulation 規制 | regulatory 規制 | relations 関係 | renewable 再生可能
representatives 代表者 代表 | republic 共和国 | rescue 救助 救難 | research 研究 調査
reserve 準備 予備 | resilience 強靭性 強靱性 回復力 | resource 資源 | resources 資源
response 対応 | responsibility 責任 | revenue 歳入 税収 収益 | review 審査 見直し | rights 権利
river 川 河川 | road 道路 | royal 王立 | safety 安全 | sales 販売 | satellite 衛星
science 科学 | sciences 科学 | sea 海 海洋 | secretariat 事務局
secretary 長官 大臣 秘書官 書記官 秘書 | securities 証券 有価証券
security 安全保障 安全 保安 治安 | self 自己 | self-defense 自衛 自己防衛 | semiconductor 半導体
senate 上院 | service 局 | services 局 | settlement 決済 和解 | shipbuilding 造船
shipping 海運 船舶 | small 小 中小 | small-business 中小企業 | social 社会
society 協会 社会 学会 | solar 太陽 太陽光 | south 南 | southeast 東南 | space 宇宙
special 特別 | sports 体育 | squadron 飛行隊 | staff 職員 | standard 標準 基準
standards 規格 標準 | state 国務 国家 州 国 | statistics 統計 | steel 鉄鋼 製鉄 製鋼 鋼鉄
stock 株式 | strategic 戦略的 戦略 | strategy 戦略 | summit 首脳会議 | supervisory 監督
supply 供給 | support 支援 | supreme 最高 | surveillance 監視 | survey 調査
sustainable 持続可能 持続可能な | system 制度 | task 任務 | tax 税務 税 租税 | team 班
technologies 技術 | technology 技術 科学技術 | telecommunications 通信 電気通信 | telegraph 電信
telephone 電話 | telescope 望遠鏡 | theater 劇場 戦域 | theatre 劇場 | tourism 観光
trade 貿易 通商 取引 | trading 商事 貿易 | traffic 交通 | trafficking 密売 人身売買
training 訓練 研修 | transformation 変革 転換 | transport 運輸 輸送 交通
transportation 運輸 輸送 交通 | travel 旅行 | treasury 財務 国庫 | treaty 条約
trilateral 三国間 三カ国 三か国 | trust 信託 | under 下 次官 | union 連合 組合 同盟
unit 部隊 単位 | united 連合 統一 | universal 普遍的 普遍 | university 大学 | urban 都市
vaccine 予防接種 | venture 冒険 | veterans 退役軍人 | vice 副 次官 | village 村 | vision 展望
voluntary 自主 自発的 | war 戦争 | waste 廃棄物 | water 水 | weapons 兵器 武器
weather 天気 気象 | welfare 福祉 | west 西 | wildlife 野生生物 | wing 航空団 | women 女性 婦人
works 製作所 工場 | world 世界 | youth 青年 青少年 若者
"""

LISTED: dict[str, tuple[str, ...]] = {
    words.replace("-", " "): tuple(renderings)
    for entry in _TABLE.replace("\n", "|").split("|")
    if entry.strip()
    for words, *renderings in (entry.split(),)
}
"""The Japanese that stands for an English word, or for two that belong together, in names."""
