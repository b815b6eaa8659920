/** The texts of the page that verifies a log, in French. */
import type { Texts } from "../shape.ts";

export const verify: Pick<Texts, "verify"> = {
  verify: {
    title: "Vérifier le journal",
    lead: "Votre navigateur lit tout le journal et contrôle chaque sceau, l’un après l’autre. Le serveur n’est cru sur parole en rien.",
    progress: "Événements contrôlés",
    noScript: "Votre navigateur n’exécute pas de script ici. Vérifiez le journal sur votre propre machine : voyez plus bas.",
    kept: {
      title: "Points de contrôle",
      lead: "Un point de contrôle dit combien d’événements compte le journal et quelle est l’empreinte du dernier, et il est signé. Gardez-en un : il dira si le journal n’a fait que croître depuis, et si d’autres ont vu le même.",
      today: "Le point de contrôle du jour",
      keep: "Garder ce point de contrôle",
      note: "Un point de contrôle que vous avez gardé",
      key: "La clé qui l’a signé",
      check: "Le confronter au journal",
    },
    elsewhere: {
      title: "Sur votre propre machine",
      lead: "Le script de cette page vient du même serveur que le journal. Qui ne veut pas s’y fier prend Riposte ailleurs et vérifie là :",
      gone: "Ce que la loi a fait retirer a disparu du journal pour de bon. Sa place, son sceau et l’événement qui dit qui l’a retiré, quand et pourquoi demeurent, et sont vérifiés avec le reste.",
    },
    told: {
      reading: "Le journal est en cours de lecture et de contrôle…",
      holds: "Chaque événement tient, {version} en tout.",
      head: "Empreinte du dernier événement : {hash}",
      broken: "L’événement {version} ne tient pas : {why}. Tout ce qui précède tient.",
      unreadable: "La ligne {line} du journal n’a pas pu être lue : {why}.",
      unjudged:
        "{unjudged} d’entre eux ne tiennent que par leurs sceaux : les règles de cette édition ne peuvent leur être appliquées.",
      same: "Ce que ce site montre du récit est bien ce qui ressort du journal.",
      other: "Mais ce site montre autre chose que ce qui ressort du journal ({name}) : « {shown} », et non « {folded} ».",
      otherPart: "Mais ce site montre autre chose que ce qui ressort du journal : {name}.",
      unseen:
        "S’il manque des événements à la fin, ou si le tout a été réécrit, aucun journal ne le dit de lui-même : un point de contrôle le dit.",
      failed: "Le journal n’a pas pu être lu jusqu’au bout. Réessayez.",
      insecure: "Ce navigateur ne contrôle les sceaux que sur les pages servies en HTTPS.",
      notKey: "Ce n’est pas une clé : une clé est une ligne, NOM+ID+CLÉ.",
      unsigned: "Ce point de contrôle n’a pas été signé par cette clé, ou a été modifié depuis.",
      noSignatures: "Ce navigateur ne sait pas contrôler de telles signatures (Ed25519).",
      whys: {
        story: "c’est un événement d’un autre récit",
        version: "une autre version est à sa place",
        body: "ses données, ses sources ou ses images ne sont pas celles qui ont été scellées",
        envelope: "son enveloppe ou sa place n’est pas celle qui a été scellée",
        unexplained: "son contenu a disparu, et aucun événement ne dit qu’il a été retiré",
        refused: "aucune installation ne l’aurait enregistré",
      },
      lines: {
        "too-long": "elle est plus longue que n’importe quel événement",
        "not-utf8": "ce n’est pas de l’UTF-8",
        "not-json": "ce n’est pas du JSON",
        "named-twice": "elle nomme deux fois un même membre",
        "not-an-event": "ce n’est pas un événement d’un journal, ou elle a des membres qu’aucun sceau ne couvre",
      },
      kept: {
        grew: "Le point de contrôle de l’événement {size} est de ce journal, qui n’a fait que croître depuis.",
        rewritten: "Le journal a été réécrit : les événements jusqu’au {size} ne sont pas ceux du point de contrôle.",
        shorter: "Il manque des événements : le journal s’arrête avant l’événement {size}, où le point de contrôle a été fait.",
        unreached:
          "On ne peut dire ce qu’il en est du point de contrôle de l’événement {size} : le journal ne tient pas jusque-là.",
        absent: "Le point de contrôle est d’un autre récit, « {story} ».",
      },
    },
  },
};
