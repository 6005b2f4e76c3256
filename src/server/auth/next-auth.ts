import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { peerAddress } from "@/server/http/exchange";
import { addressOf } from "./client-address";
import { signIn } from "./sign-in";
import { endSession, holderOfKey, SESSION } from "./sign-in-sessions";
import { secret } from "./token";

/**
 * next-auth's routes, on our check and our sessions. Its token holds the key of the session and nothing else; whoever holds it
 * is looked up at every request.
 */
export function nextAuthOptions(): NextAuthOptions {
  return {
    secret: secret(),
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/office" },
    session: { strategy: "jwt", maxAge: SESSION.longest / 1000 },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(credentials, request) {
          const { email = "", password = "" } = credentials ?? {};
          const answer = await signIn({ email, password }, addressOf(new Headers(request.headers), peerAddress()));
          if (answer.kind === "slowed") throw new Error("slowed");
          if (answer.kind === "second-factor") throw new Error("second-factor");
          return answer.kind === "signed-in" ? { id: answer.key } : null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ key: user ? user.id : token.key }),
      async session({ session, token }) {
        const holder = typeof token.key === "string" ? await holderOfKey(token.key) : null;
        return { expires: session.expires, ...(holder && { user: { name: holder.person.name, email: holder.email } }) };
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.key === "string") await endSession(token.key);
      },
    },
  };
}
