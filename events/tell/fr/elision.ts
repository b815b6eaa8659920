/**
 * Before which words « de » and « que » lose their vowel: « d’Orange », « d’Hermès », « d’Yves », but « de Honda », « de Yahoo », « de 3M ».
 *
 * An h is mute in words of Greek and Latin stock and in the names that French has long known; in names of Germanic, Spanish, Arab and
 * Asian stock it is aspirated (Office québécois de la langue française, « Élision avec un nom propre »). So names are aspirated
 * unless they stand here. An acronym in h is read aspirated too (« de HSBC »), and one in a vowel elides (« d’UBS »).
 */

/** Beginnings of words whose h is mute, without accents. */
const muteBeginnings = [
  ..."habil habit halein halluc halter hamecon harmon hebdo heberg hebr hecat hecto hedon hegem helic helio helvet".split(" "),
  ..."hemi hemo hepat herb heredit heresi herit hermet hermin heroin heroiq herois hesit heter heure hexag hibern hilar".split(
    " ",
  ),
  ..."hindou hippi hippo hiron hispan histo hiver holog homeo homici hommag homme homog homol homon honnet honneu honor".split(
    " ",
  ),
  ..."hopit horair horizo horlog hormon horosc horreu horrib hortic hospi hostil hote hotel huile huissi huitr humain".split(" "),
  ..."humanis humanit humble humeur humid humili humour humus hydr hygi hymn hyper hypno hypo hyster".split(" "),
];

/** Names whose h is mute, without accents. */
const muteNames = new Set([
  ..."hachette hadrien hades haiti halloween hamlet hannibal harpagon harvard havas hawai hebron hec hector hecube".split(" "),
  ..."helene heliopolis heloise helsinki henin henri henriette henry hera heracles heraclite herault hercule hermes".split(" "),
  ..."hermione herode herodote herouville herve heuliez hilaire hillary hiroshima hitchcock hitler hlm hollywood homer".split(
    " ",
  ),
  ..."homere horace hortense hossegor hubert hugo hugues huguette humbert huppert hyacinthe hyeres".split(" "),
]);

/** Words that begin with a vowel and yet elide nothing. */
const unelided = new Set("onze onzieme oui ouistiti uhlan".split(" "));

/** What may stand before a word's first letter: an opening quotation mark or bracket. */
const firstWord = /^[\p{Pi}\p{Ps}"'’\u00a0\u202f ]*([\p{L}\p{M}\p{N}]+)/u;

/** Whether « de », « que » and their like lose their vowel before a text. */
export const elides = (text: string): boolean => {
  const word = unaccented(firstWord.exec(text)?.[1] ?? "");
  if (word.startsWith("h")) return muteNames.has(word) || muteBeginnings.some((beginning) => word.startsWith(beginning));
  if (word.startsWith("y")) return !/^y[aeiou]/.test(word);
  return /^[aeiou]/.test(word) && !unelided.has(word);
};

/** In small letters without accents; ligatures and letters with a stroke as those that they are read as. */
const unaccented = (word: string): string =>
  word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("ø", "o");
