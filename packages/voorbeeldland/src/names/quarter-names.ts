/** Names of quarters, as every town has them: they occur many times over the country, and say nothing of where. */
export const TOWN_QUARTERS: readonly string[] = (
  'Centrum|Noord|Oost|Zuid|West|Stationskwartier|Vogelwijk|Bloemenkwartier|Havenkwartier|Tuindorp|Parkwijk|Nieuwland|' +
  'Oude Stad|Zeeheldenkwartier|Rivierenwijk|Hogeveld|Lageveld|Kanaalzone|Componistenwijk|Schilderskwartier|' +
  'Buitenhof|Waterrijk|Molenkwartier|Universiteitskwartier|Kloosterkwartier|Spoorzone|Vestingkwartier|Sterrenwijk'
).split('|');

export const BUURT_QUARTERS: readonly string[] = (
  'Bloemenbuurt|Vogelbuurt|Schildersbuurt|Componistenbuurt|Dichtersbuurt|Zeeheldenbuurt|Stationsbuurt|Molenbuurt|Parkbuurt|' +
  'Havenbuurt|Kerkbuurt|Bomenbuurt|Planetenbuurt|Rivierenbuurt|Staatsliedenbuurt|Burgemeestersbuurt|Schrijversbuurt|' +
  'Kloosterbuurt|Weverijbuurt|Coöperatiebuurt|Koloniënbuurt|Watertorenbuurt|Fruitbuurt|Kruidenbuurt|Edelstenenbuurt|' +
  'Ambachtenbuurt|Landgoedbuurt|Ziekenhuisbuurt|Raadhuisbuurt|Oude Haven|De Bongerd|De Enk|De Akkers|De Weiden|De Hoven|' +
  "Het Eiland|'t Zand|'t Plein|Het Bolwerk|Achter de Dijk|Bij de Sluis|Onder de Toren|Tussen de Vaarten"
).split('|');

/** Ends of quarters named by a first syllable of places: for towns with more of them than there are usual names. */
export const QUARTER_ENDS: readonly string[] = ['kwartier', 'park', 'buurt', 'hof', 'plein', 'poort'];

export const BUSINESS_PARKS: readonly string[] =
  'De Hulst|Noorderhaven|De Kaap|Het Ambacht|Oosterspoor|De Schakel|De Vaart|Zuiderpoort|De Wending|Westerhaven|De Brug|Het Baken'.split(
    '|',
  );

export const NATURE: readonly string[] = ['Bos', 'Heide', 'Duinen', 'Veen', 'Plassen', 'Kwelder'];
