/** The icons a label can have, by the names that are kept in its style. */
import {
  Atom,
  Banknote,
  Book,
  Box,
  Brain,
  Briefcase,
  Building2,
  Calendar,
  Car,
  Circle,
  Coins,
  Cpu,
  Database,
  Earth,
  FileText,
  Flag,
  Flower2,
  Folder,
  Globe,
  GraduationCap,
  Hash,
  Heart,
  House,
  Landmark,
  Languages,
  Lightbulb,
  Link,
  type LucideIcon,
  Map as MapIcon,
  MapPin,
  MessageCircle,
  Music,
  Package,
  Scale,
  Server,
  ShoppingCart,
  Star,
  Tag,
  User,
  Users,
  Wrench,
} from 'lucide-react';

const ICONS = {
  user: User,
  users: Users,
  'building-2': Building2,
  briefcase: Briefcase,
  'map-pin': MapPin,
  map: MapIcon,
  globe: Globe,
  earth: Earth,
  landmark: Landmark,
  flag: Flag,
  languages: Languages,
  coins: Coins,
  banknote: Banknote,
  book: Book,
  'file-text': FileText,
  folder: Folder,
  tag: Tag,
  star: Star,
  heart: Heart,
  calendar: Calendar,
  lightbulb: Lightbulb,
  brain: Brain,
  atom: Atom,
  flower: Flower2,
  'graduation-cap': GraduationCap,
  music: Music,
  'message-circle': MessageCircle,
  package: Package,
  box: Box,
  'shopping-cart': ShoppingCart,
  car: Car,
  house: House,
  wrench: Wrench,
  scale: Scale,
  cpu: Cpu,
  server: Server,
  database: Database,
  link: Link,
  hash: Hash,
} as const satisfies Readonly<Record<string, LucideIcon>>;

export type IconName = keyof typeof ICONS;

function isIconName(name: string): name is IconName {
  return Object.hasOwn(ICONS, name);
}

/** All that can be chosen. */
export const ICON_NAMES: readonly IconName[] = Object.keys(ICONS).filter(isIconName);

/** The icon of a name; a dot for a name this version does not know. */
export function iconNamed(name: string | undefined): LucideIcon {
  return name !== undefined && isIconName(name) ? ICONS[name] : Circle;
}

const USUAL_ICONS: readonly [RegExp, string][] = [
  [/person|people|user|member|author|character|人/iu, 'user'],
  [/team|group|organi[sz]ation|community/iu, 'users'],
  [/company|firm|business/iu, 'building-2'],
  [/city|town|place|location|address/iu, 'map-pin'],
  [/country|nation/iu, 'flag'],
  [/region|area|continent/iu, 'map'],
  [/book|paper|article/iu, 'book'],
  [/document|file|note/iu, 'file-text'],
  [/event|date|meeting/iu, 'calendar'],
  [/idea|concept|topic/iu, 'lightbulb'],
  [/project|task/iu, 'briefcase'],
  [/product|item|part/iu, 'package'],
  [/school|course|student/iu, 'graduation-cap'],
  [/server|service|host/iu, 'server'],
  [/database|table|dataset/iu, 'database'],
  [/skill|tool/iu, 'wrench'],
  [/tag|category|label/iu, 'tag'],
];

/** An icon that fits what a label is called. */
export function iconForName(label: string): string {
  return USUAL_ICONS.find(([pattern]) => pattern.test(label))?.[1] ?? 'box';
}
