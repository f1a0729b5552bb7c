; What the installers of the program and of the engine add-on share.
Unicode true
ManifestDPIAware true
ManifestLongPathAware true
SetCompressor /SOLID lzma
SetCompressorDictSize 64

!include LogicLib.nsh
!include FileFunc.nsh
!include StrFunc.nsh
!include WinVer.nsh
!include x64.nsh
!include MUI2.nsh

!define NAME "verify-app"
!define KEY "Software\${NAME}"
!define PLACE "InstallDir"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_ALLLANGUAGES

!macro NEW_INSTALLER TITLE
  OutFile "${OUT}"
  BrandingText "${TITLE} ${VERSION}"
  VIProductVersion "${NUMBERS}"
  VIAddVersionKey "ProductName" "${TITLE}"
  VIAddVersionKey "ProductVersion" "${VERSION}"
  VIAddVersionKey "FileVersion" "${VERSION}"
  VIAddVersionKey "FileDescription" "${TITLE}"
  VIAddVersionKey "CompanyName" "${NAME} developers"
  VIAddVersionKey "LegalCopyright" "AGPL-3.0-only"
!macroend

; Say a sentence, where it is seen, and end with code 2; nothing has been changed.
!macro REFUSE UN
  Function ${UN}Refuse
    Exch $0
    System::Call 'kernel32::GetStdHandle(i -12) p.r1'
    ${If} $1 P= 0
      System::Call 'kernel32::AttachConsole(i -1)'
      System::Call 'kernel32::GetStdHandle(i -12) p.r1'
    ${EndIf}
    FileWrite $1 "$0$\r$\n"
    MessageBox MB_OK|MB_ICONSTOP "$0" /SD IDOK
    SetErrorLevel 2
    Quit
  FunctionEnd
!macroend
!insertmacro REFUSE ""
!insertmacro REFUSE "un."

!macro CHECK_SYSTEM
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    Push "$(OLD_WINDOWS)"
    !ifdef __UNINSTALL__
      Call un.Refuse
    !else
      Call Refuse
    !endif
  ${EndIf}
  SetRegView 64
!macroend

; MultiUser.nsh would ask about it even in a silent installation.
!macro CHECK_RIGHTS UN
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/AllUsers" $1
  ${IfNot} ${Errors}
    UserInfo::GetAccountType
    Pop $1
    ${If} $1 != "Admin"
    ${AndIf} $1 != "Power"
      Push "$(NO_RIGHTS)"
      Call ${UN}Refuse
    ${EndIf}
  ${EndIf}
!macroend

; Every process of the program has Python's library loaded, and Windows lets nobody write to a library that is.
!macro STOP_IF_RUNNING UN
  ${If} ${FileExists} "$INSTDIR\python311.dll"
    ${Do}
      ClearErrors
      FileOpen $0 "$INSTDIR\python311.dll" a
      ${IfNot} ${Errors}
        FileClose $0
        ${Break}
      ${EndIf}
      ${If} ${Silent}
        Push "$(RUNNING)"
        Call ${UN}Refuse
      ${ElseIf} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" IDCANCEL`
        SetErrorLevel 2
        Quit
      ${EndIf}
    ${Loop}
  ${EndIf}
!macroend
