import { defineWords } from '#shared/words';

/** What can be lent or taken, by the codes of lockers.rules.ts; short, both apps show them. */
export const itemWords = defineWords('lockers.items', {
  umbrella: ['雨伞', 'Umbrella'], raincoat: ['雨衣', 'Raincoat'], charger: ['充电线', 'Charger'], powerBank: ['充电宝', 'Power bank'], tools: ['工具箱', 'Toolbox'], drill: ['电钻', 'Drill'], wheelchair: ['轮椅', 'Wheelchair'], crutches: ['拐杖', 'Crutches'],
  firstAid: ['急救包', 'First-aid kit'], bloodPressure: ['血压计', 'Blood pressure meter'], thermometer: ['体温计', 'Thermometer'], massager: ['按摩仪', 'Massager'], hairDryer: ['吹风机', 'Hair dryer'], iron: ['挂烫机', 'Garment steamer'],
  ball: ['球', 'Ball'], racket: ['球拍', 'Racket'], chess: ['棋牌', 'Board game'], books: ['图书', 'Books'], blanket: ['毛毯', 'Blanket'], trolley: ['小推车', 'Trolley'], steriliser: ['消毒器', 'Steriliser'], bicyclePump: ['打气筒', 'Bicycle pump'], sewing: ['针线包', 'Sewing kit'], lamp: ['手电筒', 'Torch'],
  tissues: ['纸巾', 'Tissues'], plasters: ['创可贴', 'Plasters'], heatRelief: ['防暑药品', 'Heat-relief medicine'], masks: ['口罩', 'Masks'], batteries: ['电池', 'Batteries'], sanitary: ['卫生用品', 'Sanitary products'], wipes: ['消毒湿巾', 'Wipes'], other: ['其他', 'Other'],
});
