/** Signing out: the session is revoked, wherever its cookie has got to. */
import { noSessionCookie, setCookie } from "../../http/session.ts";
import { endSession } from "../../store/sessions.ts";
import { type DeskPage, redirectInDesk } from "../desk-page.ts";
import { signInAddress } from "./next.ts";

/** The form at `/desk/sign-out`. */
export const signOutPage: DeskPage = {
  method: "post",
  path: "/desk/sign-out",
  role: "contributor",
  handle: async (c, { person }) => {
    await endSession(c.var.d1, person.tokenHash);
    setCookie(c, noSessionCookie);
    return redirectInDesk(c, `${signInAddress}?signed-out`);
  },
};
