; The languages, and what the installers say themselves in each of them.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Japanese"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString TERMINAL ${LANG_ENGLISH} "verify-app command line"
LangString TERMINAL ${LANG_JAPANESE} "verify-app コマンドライン"
LangString TERMINAL ${LANG_SIMPCHINESE} "verify-app 命令行"

LangString PROJECT_FILE ${LANG_ENGLISH} "verify-app project"
LangString PROJECT_FILE ${LANG_JAPANESE} "verify-app プロジェクト"
LangString PROJECT_FILE ${LANG_SIMPCHINESE} "verify-app 项目"

LangString RUNNING ${LANG_ENGLISH} "verify-app is running. Close its windows and commands, also those of other people on this computer; nothing has been changed."
LangString RUNNING ${LANG_JAPANESE} "verify-app が実行中です。ウィンドウとコマンドを(このコンピューターの他の利用者のものも)終了してください。何も変更していません。"
LangString RUNNING ${LANG_SIMPCHINESE} "verify-app 正在运行。请关闭它的窗口和命令(包括此计算机上其他用户的);未做任何更改。"

LangString FOLDER_OF_OTHERS ${LANG_ENGLISH} "The folder $INSTDIR holds another program; choose an empty one. Nothing has been changed."
LangString FOLDER_OF_OTHERS ${LANG_JAPANESE} "フォルダー $INSTDIR には別のプログラムがあります。空のフォルダーを選んでください。何も変更していません。"
LangString FOLDER_OF_OTHERS ${LANG_SIMPCHINESE} "文件夹 $INSTDIR 中有其他程序;请选择空文件夹。未做任何更改。"

LangString NOT_WRITTEN ${LANG_ENGLISH} "Not every file could be written to $INSTDIR; see whether the disk is full, and install again."
LangString NOT_WRITTEN ${LANG_JAPANESE} "$INSTDIR に書き込めないファイルがありました。ディスクの空き容量を確かめて、もう一度インストールしてください。"
LangString NOT_WRITTEN ${LANG_SIMPCHINESE} "有文件无法写入 $INSTDIR;请检查磁盘是否已满,然后重新安装。"

LangString NOT_HERE ${LANG_ENGLISH} "verify-app is not in $INSTDIR; nothing has been changed."
LangString NOT_HERE ${LANG_JAPANESE} "$INSTDIR に verify-app はありません。何も変更していません。"
LangString NOT_HERE ${LANG_SIMPCHINESE} "$INSTDIR 中没有 verify-app;未做任何更改。"

LangString OLD_WINDOWS ${LANG_ENGLISH} "verify-app needs 64-bit Windows 10 or later; nothing has been changed."
LangString OLD_WINDOWS ${LANG_JAPANESE} "verify-app には 64 ビット版 Windows 10 以降が必要です。何も変更していません。"
LangString OLD_WINDOWS ${LANG_SIMPCHINESE} "verify-app 需要 64 位 Windows 10 或更高版本;未做任何更改。"

LangString NO_RIGHTS ${LANG_ENGLISH} "Only an administrator can do this for all users; without /AllUsers it is for you alone. Nothing has been changed."
LangString NO_RIGHTS ${LANG_JAPANESE} "すべての利用者に対して行えるのは管理者だけです。/AllUsers を付けなければ自分だけが対象になります。何も変更していません。"
LangString NO_RIGHTS ${LANG_SIMPCHINESE} "只有管理员才能对所有用户执行此操作;不带 /AllUsers 则仅针对您自己。未做任何更改。"

LangString NO_PROGRAM ${LANG_ENGLISH} "Install verify-app ${VERSION} first: the engine add-on goes into its folder. Nothing has been changed."
LangString NO_PROGRAM ${LANG_JAPANESE} "先に verify-app ${VERSION} をインストールしてください。エンジンアドオンはそのフォルダーに入ります。何も変更していません。"
LangString NO_PROGRAM ${LANG_SIMPCHINESE} "请先安装 verify-app ${VERSION}:引擎附加组件安装在其文件夹中。未做任何更改。"
