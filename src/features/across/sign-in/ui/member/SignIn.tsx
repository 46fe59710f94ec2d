import { SignInPage } from '../SignInPage.tsx';

/** Signing in to this app. */
export default function SignIn() {
  return <SignInPage app="member" />;
}
