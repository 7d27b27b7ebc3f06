/** How places of a part of the country are called. */
export type Flavour = 'noord' | 'oost' | 'zuid' | 'west';

/** What a place's name begins with, everywhere. */
export const STARTS: readonly string[] = (
  'Aver Balker Bels Bever Blanken Bolder Borken Bram Breem Dalf Deuver Doren Drab Dreum Eerzel Elder Elz Ester Evert ' +
  'Fenner Flier Galger Geester Gelder Glim Grauw Grind Haander Halmer Harken Hazer Heers Hemel Hommer Hoper Huiver IJver ' +
  'Ieper Immer Jelmer Joor Kaam Kerker Klaver Klim Knar Kolver Kraan Kreuk Kuiver Laver Leeuwer Lier Linter Lommer Luier ' +
  'Maander Meder Merk Miender Moerk Mulder Neer Noester Oemer Oker Olver Oorder Paander Peper Plas Polver Pruim Raander ' +
  'Reuver Riet Roemer Ruiger Scheld Schor Sever Sloer Snaver Spaander Spiek Staver Strijd Teuger Tieler Toller Troes ' +
  'Uiver Vaander Veer Vieren Vlaak Vloer Vonder Waver Weeg Wender Wiegel Wilver Woerk Zaaier Zeger Zever Zilver Zoeter Zwaan'
).split(' ');

/** What it ends on, by part of the country. */
export const ENDS: Readonly<Record<Flavour, readonly string[]>> = {
  noord: 'um werd zijl wolde gum ga haule terp huizen meeden drift horn'.split(' '),
  oost: 'lo horst broek laar veld wijk marke esch ink steeg rade beek'.split(' '),
  zuid: 'rode hout donk berg hoven sel heze bosch loon akker straten stein'.split(' '),
  west: 'dam drecht sluis meer koop voort waard land kade zande polder wetering'.split(' '),
};

/** Rare first parts, set apart from the name. */
export const PREFIXES: readonly string[] = [
  'Nieuw-',
  'Oud-',
  'Groot ',
  'Klein ',
  'Hoog ',
  'Laag ',
  'Oost',
  'West',
  'Neder',
  'Over',
];

/** Names as no rule makes them: with marks, an apostrophe, or long. */
export const ODD_NAMES: Readonly<Record<Flavour, readonly string[]>> = {
  noord: ['Súderterp', 'Wâldsterga', 'Hûnzewolde', 'Grêftmeeden', 'It Heechlân'],
  oost: ["'t Wenderlo", 'Zeeëschede', 'Drieëikenlaar', "'t Wiegelveld"],
  zuid: ["'s-Klaverrode", 'Coëlsberg', 'Onze-Lieve-Vrouwedonk', "'s-Vonderbosch"],
  west: ["'s-Zilverkade", 'Drieëndam', "'t Zevermeer", "Capelle op 't Riet", 'Zuidpoëlland'],
};
