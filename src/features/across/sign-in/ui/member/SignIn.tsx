import { SignInPage } from '../both/SignInPage.tsx';

/** Signing in to this app. */
export default function SignIn() {
  return <SignInPage app="member" />;
}
